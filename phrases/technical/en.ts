// Technical help in English.
import { stepsEn } from './steps-en.ts';
import type { BugState, DeviceKind, Symptom, TechnicalWords } from './words.ts';

const DEVICES: Record<DeviceKind, string> = {
  headphones: 'headphones',
  speaker: 'speaker',
  keyboard: 'keyboard',
  lamp: 'lamp',
  backpack: 'backpack',
  kettle: 'kettle',
  camera: 'camera',
  watch: 'watch',
  blanket: 'blanket',
  charger: 'charger',
  app: 'the app',
  website: 'our website',
  account: 'account',
  device: 'device',
};

const SYMPTOMS: Record<Symptom, string> = {
  'no-connection': 'no connection',
  'no-power': 'does not turn on',
  'no-sound': 'no sound',
  'one-side': 'sound on one side only',
  noise: 'strange noise',
  battery: 'battery runs down too fast',
  charging: 'does not charge',
  overheating: 'gets too hot',
  crash: 'crashes or freezes',
  update: 'update fails',
  sync: 'does not sync',
  display: 'screen trouble',
  image: 'blurred or faulty pictures',
  measure: 'wrong readings',
  storage: 'memory card trouble',
  buttons: 'keys or buttons do not respond',
  light: 'light trouble',
  leak: 'leaks',
  wear: 'worn or torn',
  smell: 'smell or taste',
  login: 'cannot sign in',
  message: 'a message does not arrive',
  page: 'a page shows an error',
  other: 'something else',
};

const STATES: Record<BugState, string> = {
  reported: 'reported, not yet confirmed',
  confirmed: 'confirmed by our engineers',
  'in progress': 'being fixed',
  fixed: 'fixed',
};

const OPENERS = [
  'Please try this first:',
  'All right, then the next thing to try:',
  'Thanks for trying. Let us look at another cause:',
  'Understood. This one often helps:',
  'Let me go one step further:',
];

function dayInWords(day: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

const around = (workaround: string | null) => (workaround ? ` Until then: ${workaround}` : '');

export const technicalEn: TechnicalWords = {
  yourDevice: ({ kind, name }) => {
    if (kind === 'website' || kind === 'app') return DEVICES[kind];
    return `your ${name ?? DEVICES[kind]}`;
  },
  symptom: (symptom) => SYMPTOMS[symptom],
  steps: stepsEn,
  sorry: ({ device }) => `I'm sorry about the trouble with ${device}.`,
  letsSee: ({ device }) => `Let's see what is wrong with ${device}.`,
  inThisOrder: ({ device }) =>
    `Let's get ${device} going again. These two steps solve it most often, even after other attempts; please do them in this order:`,
  oneStep: ({ attempt }) => OPENERS[attempt === 1 ? 0 : 1 + ((attempt - 2) % (OPENERS.length - 1))]!,
  notOurs: ({ device }) =>
    `A ${device} is none of our products, so I have no article of its own for it; this is what helps most devices.`,
  leavingOutTried: () => "I'm leaving out what you have already tried.",
  leaksBelow: () =>
    'Water from underneath is a fault that no step of mine mends. Please unplug it, keep the socket dry, and use it no more.',
  takesAbout: ({ minutes }) => `It takes about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  articles: ({ articles }) => `More in: ${articles.map(({ id, title }) => `${id} ${title}`).join(' · ')}`,
  ifNothingHelps: () =>
    'If nothing helps, a colleague takes over: within the warranty it is repaired or replaced free of charge.',
  didThatHelp: () => 'Did that help?',
  worksChoice: () => ({ title: 'It works now', value: 'It works now' }),
  failsChoice: () => ({ title: 'Still not working', value: 'Still not working' }),
  cannotChoice: () => ({ title: "I can't do that", value: "I can't do that" }),
  solved: ({ device }) => `Great, I'm glad ${device} ${device.endsWith('s') ? 'work' : 'works'} again. Enjoy!`,
  takeYourTime: () =>
    "Take your time. Tell me how it went, and we'll go on from there; if I hear nothing, I'll ask again tomorrow.",
  inDetail: () => 'In more detail:',
  exhausted: ({ device, count }) =>
    count > 0
      ? `We have been through everything that I know for ${device} (${count} ${count === 1 ? 'step' : 'steps'}), so a colleague takes a closer look. I'm passing on all that you tried, and nobody will ask you to repeat it.`
      : `This goes beyond what I know for ${device}, so a colleague takes a closer look.`,
  alsoPassedOn: ({ devices }) => `I've told them about ${devices.join(', ')}, too.`,
  worksElsewhere: ({ device }) =>
    `Then it is not the fault of ${device}: the cause is in the first phone or computer. There, delete the old pairings in the Bluetooth settings, restart it, and install its updates; then pair afresh.`,
  danger: ({ device }) =>
    `Please stop using ${device} right away. If you can do so safely, unplug it; keep it away from anything that burns, and do not charge it. In an emergency, call the emergency number.`,
  checkBack: ({ device }) => `How did it go with ${device}? Does it work now, or shall we go on?`,
  askDevice: () => 'Which product is it about?',
  oneByOne: ({ first, then }) => `One after the other: first ${first}, then ${then.join(', then ')}.`,
  noDateForIt: () => 'I have no date for the fix.',
  askSymptom: ({ device }) => `What exactly happens with ${device}?`,
  howTo: ({ title }) => `**${title}**`,
  inEnglish: ({ article }) => `I have an article about this: ${article.id}, “${article.title}”. It says:`,
  whatToDo: () => 'What to do:',
  noArticle: () => 'I have no article about that, and I would rather not guess.',
  onlyThisArticle: ({ article: { id, title } }) => `All I have on this is ${id} ${title}. A colleague may know more.`,
  knownBug: ({ bugId, device, symptom, state, workaround }) =>
    `This is a fault that we know: ${bugId}, ${device}, ${symptom}. It is ${state}.${around(workaround)}`,
  proposeReport: ({ device, symptom }) =>
    `I would report this to our engineers as a new fault: ${device}, ${symptom}. You would hear from us here when it is fixed.`,
  proposeJoin: ({ bugId, device, symptom }) =>
    `I would add your report to the known fault ${bugId} (${device}, ${symptom}). You would hear from us here when it is fixed.`,
  reported: ({ bugId }) => `Reported: your number is **${bugId}**. We'll tell you here when it is fixed.`,
  joined: ({ bugId, state, workaround }) =>
    `Your report is added to **${bugId}**, which is ${state}.${around(workaround)} We'll tell you here when it is fixed.`,
  alreadyFixed: ({ bugId, version }) =>
    `${bugId} is fixed${version ? ` in version ${version}` : ''}. Please update, and tell me if it comes back.`,
  bugState: ({ bugId, state, workaround, willBeTold }) =>
    `${bugId} is ${state}.${around(workaround)}${willBeTold ? " We'll tell you here when it is fixed." : ''}`,
  stateOf: (state) => STATES[state],
  noSuchBug: ({ bugId }) => `I can't find a report ${bugId}. Could you check the number?`,
  askBug: () => 'What goes wrong, and with which product?',
  reportChoice: () => ({ title: 'Report a fault', value: 'I want to report a bug' }),
  warranty: ({ product, orderId, until, holds, months }) => {
    if (until === null)
      return `**${product}** (${orderId}): the warranty of ${months} months begins when it is delivered.`;
    if (holds) return `**${product}** (${orderId}) is under warranty until ${dayInWords(until)}.`;
    return `**${product}** (${orderId}): the warranty of ${months} months ended on ${dayInWords(until)}.`;
  },
  noWarranty: ({ device }) => `I can't find ${device} among your orders, so I can't tell its warranty.`,
  accident: () => "A fall, a spill or another accident is not covered, I'm afraid.",
  warrantyRule: () =>
    'The warranty covers faults of material and workmanship, not wear or accidents. Your order is the proof of purchase.',
};
