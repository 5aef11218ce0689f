// Technical help in French.
import { stepsFr } from './steps-fr.ts';
import type { BugState, DeviceKind, Symptom, TechnicalWords } from './words.ts';

const DEVICES: Record<DeviceKind, string> = {
  headphones: 'votre casque',
  speaker: 'votre enceinte',
  keyboard: 'votre clavier',
  lamp: 'votre lampe',
  backpack: 'votre sac à dos',
  kettle: 'votre bouilloire',
  camera: 'votre appareil photo',
  watch: 'votre montre',
  blanket: 'votre couverture',
  charger: 'votre chargeur',
  app: "l'application",
  website: 'notre site',
  account: 'votre compte',
  device: 'votre appareil',
};

const SYMPTOMS: Record<Symptom, string> = {
  'no-connection': 'pas de connexion',
  'no-power': "ne s'allume pas",
  'no-sound': 'pas de son',
  'one-side': "son d'un seul côté",
  noise: 'bruit étrange',
  battery: 'la batterie se vide trop vite',
  charging: 'ne charge pas',
  overheating: 'chauffe trop',
  crash: 'plante ou se fige',
  update: 'la mise à jour échoue',
  sync: 'ne se synchronise pas',
  display: "problème d'écran",
  image: 'images floues ou défectueuses',
  measure: 'mesures erronées',
  storage: 'problème de carte mémoire',
  buttons: 'les touches ou boutons ne répondent pas',
  light: 'problème de lumière',
  leak: 'fuit',
  wear: 'usé ou déchiré',
  smell: 'odeur ou goût',
  login: 'impossible de se connecter',
  message: "un message n'arrive pas",
  page: 'une page affiche une erreur',
  other: 'autre chose',
};

const STATES: Record<BugState, string> = {
  reported: 'signalé, pas encore confirmé',
  confirmed: 'confirmé par nos techniciens',
  'in progress': 'en cours de correction',
  fixed: 'corrigé',
};

const OPENERS = [
  "Essayez d'abord ceci, s'il vous plaît :",
  'Bien, alors voici la suite :',
  "Merci d'avoir essayé. Voyons une autre cause :",
  'Entendu. Ceci aide souvent :',
  'Allons un peu plus loin :',
];

function dayInWords(day: string): string {
  return new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

const around = (workaround: string | null) => (workaround ? ` En attendant : ${workaround}` : '');

export const technicalFr: TechnicalWords = {
  yourDevice: ({ kind, name }) => (name ? `${DEVICES[kind]} (${name})` : DEVICES[kind]),
  symptom: (symptom) => SYMPTOMS[symptom],
  steps: stepsFr,
  sorry: ({ device }) => `Je suis désolé pour ces ennuis avec ${device}.`,
  letsSee: ({ device }) => `Voyons ce qui se passe avec ${device}.`,
  inThisOrder: ({ device }) =>
    `Occupons-nous de ${device}. Ces deux étapes sont les plus efficaces, même après d'autres essais ; faites-les dans cet ordre, s'il vous plaît :`,
  oneStep: ({ attempt }) => OPENERS[attempt === 1 ? 0 : 1 + ((attempt - 2) % (OPENERS.length - 1))]!,
  notOurs: () =>
    'Ce n’est pas un de nos produits, je n’ai donc pas d’article à lui ; voici ce qui aide la plupart des appareils.',
  leavingOutTried: () => 'Je laisse de côté ce que vous avez déjà essayé.',
  leaksBelow: () =>
    'De l’eau par-dessous est un défaut qu’aucune manipulation ne répare. Débranchez-la, gardez la prise au sec et ne l’utilisez plus.',
  takesAbout: ({ minutes }) => `Cela prend environ ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  articles: ({ articles }) =>
    `Pour en savoir plus (en anglais) : ${articles.map(({ id, title }) => `${id} ${title}`).join(' · ')}`,
  ifNothingHelps: () =>
    'Si rien n’y fait, un collègue prend le relais : sous garantie, la réparation ou le remplacement est gratuit.',
  didThatHelp: () => 'Est-ce que cela vous a aidé ?',
  worksChoice: () => ({ title: 'Ça marche', value: 'Ça marche maintenant' }),
  failsChoice: () => ({ title: 'Toujours pas', value: 'Ça ne marche toujours pas' }),
  cannotChoice: () => ({ title: 'Je ne peux pas', value: 'Je ne peux pas le faire' }),
  solved: ({ device }) => `Parfait, je suis ravi que tout aille bien de nouveau avec ${device}. Profitez-en !`,
  takeYourTime: () =>
    'Prenez votre temps. Dites-moi ce que cela a donné, et nous continuerons de là ; sans nouvelles, je redemanderai demain.',
  inDetail: () => 'Plus en détail :',
  exhausted: ({ device, count }) =>
    count > 0
      ? `Nous avons fait le tour de tout ce que je connais pour ${device} (${count} ${count === 1 ? 'étape' : 'étapes'}) : un collègue va y regarder de plus près. Je lui transmets tout ce que vous avez essayé ; personne ne vous demandera de recommencer.`
      : `Cela dépasse ce que je connais pour ${device} : un collègue va y regarder de plus près.`,
  alsoPassedOn: ({ devices }) => `Je leur ai aussi signalé ${devices.join(', ')}.`,
  worksElsewhere: ({ device }) =>
    `Alors ${device} fonctionne, et la cause est dans le premier téléphone ou ordinateur. Supprimez-y les anciens appairages dans les réglages Bluetooth, redémarrez-le et installez ses mises à jour ; puis appairez de nouveau.`,
  danger: ({ device }) =>
    `Cessez tout de suite d'utiliser ${device}, s'il vous plaît. Si c'est possible sans danger, débranchez-le ; tenez-le loin de tout ce qui brûle et ne le rechargez pas. En cas d'urgence, appelez les secours.`,
  checkBack: ({ device }) => `Où en êtes-vous avec ${device} ? Cela marche-t-il, ou continuons-nous ?`,
  askDevice: () => "De quel produit s'agit-il ?",
  oneByOne: ({ first, then }) => `L’un après l’autre : d’abord ${first}, ensuite ${then.join(', ensuite ')}.`,
  noDateForIt: () => 'Je n’ai pas de date pour la correction.',
  askSymptom: ({ device }) => `Que se passe-t-il exactement avec ${device} ?`,
  howTo: ({ title }) => `**${title}**`,
  inEnglish: ({ article }) => `J’ai un article à ce sujet, en anglais : ${article.id} « ${article.title} ». Il dit :`,
  whatToDo: () => 'Que faire :',
  noArticle: () => "Je n'ai pas d'article à ce sujet, et je préfère ne pas deviner.",
  onlyThisArticle: ({ article: { id, title } }) =>
    `Sur ce sujet je n'ai que ${id} « ${title} ». Un collègue en sait peut-être plus.`,
  knownBug: ({ bugId, device, symptom, state, workaround }) =>
    `C'est un défaut que nous connaissons : ${bugId}, ${device}, ${symptom}. Il est ${state}.${around(workaround)}`,
  proposeReport: ({ device, symptom }) =>
    `Je signalerais ceci à nos techniciens comme un nouveau défaut : ${device}, ${symptom}. Vous seriez prévenu ici dès la correction.`,
  proposeJoin: ({ bugId, device, symptom }) =>
    `J'ajouterais votre signalement au défaut connu ${bugId} (${device}, ${symptom}). Vous seriez prévenu ici dès la correction.`,
  reported: ({ bugId }) =>
    `C'est signalé : votre numéro est **${bugId}**. Nous vous préviendrons ici dès la correction.`,
  joined: ({ bugId, state, workaround }) =>
    `Votre signalement est ajouté à **${bugId}**, qui est ${state}.${around(workaround)} Nous vous préviendrons ici dès la correction.`,
  alreadyFixed: ({ bugId, version }) =>
    `${bugId} est corrigé${version ? ` dans la version ${version}` : ''}. Faites la mise à jour, et dites-moi si cela revient.`,
  bugState: ({ bugId, state, workaround, willBeTold }) =>
    `${bugId} est ${state}.${around(workaround)}${willBeTold ? ' Nous vous préviendrons ici dès la correction.' : ''}`,
  stateOf: (state) => STATES[state],
  noSuchBug: ({ bugId }) => `Je ne trouve pas de signalement ${bugId}. Pourriez-vous vérifier le numéro ?`,
  askBug: () => "Qu'est-ce qui ne va pas, et avec quel produit ?",
  reportChoice: () => ({ title: 'Signaler un défaut', value: 'Je veux signaler un défaut' }),
  warranty: ({ product, orderId, until, holds, months }) => {
    if (until === null) return `**${product}** (${orderId}) : la garantie de ${months} mois commence à la livraison.`;
    if (holds) return `**${product}** (${orderId}) est sous garantie jusqu'au ${dayInWords(until)}.`;
    return `**${product}** (${orderId}) : la garantie de ${months} mois a pris fin le ${dayInWords(until)}.`;
  },
  noWarranty: ({ device }) => `Je ne trouve pas ${device} parmi vos commandes, je ne peux donc pas dire sa garantie.`,
  accident: () => 'Une chute, un liquide renversé ou un autre accident n’est malheureusement pas couvert.',
  warrantyRule: () =>
    "La garantie couvre les défauts de matière et de fabrication, pas l'usure ni les accidents. Votre commande est la preuve d'achat.",
};
