// What the technical agent asks back, and the answers it offers: every one of them is understood as what it says.
import type { Choice } from '../../models/activity.ts';
import { phrasesFor } from '../../phrases/index.ts';
import { type DeviceKind, type Symptom, technicalWords } from '../../phrases/technical/index.ts';
import type { AgentRequest, OfflineStep } from '../agent.ts';
import { asExchange, deviceOf, EXCHANGES, type Trouble } from './memory.ts';

/** What is asked when somebody only says that it does not work. */
export const USUAL: Partial<Record<DeviceKind, Symptom[]>> = {
  headphones: ['no-connection', 'no-sound', 'charging', 'no-power'],
  speaker: ['no-connection', 'no-sound', 'charging', 'no-power'],
  keyboard: ['no-connection', 'buttons', 'no-power'],
  lamp: ['no-power', 'light', 'overheating'],
  backpack: ['wear', 'leak', 'smell'],
  kettle: ['no-power', 'leak', 'smell', 'noise'],
  camera: ['no-power', 'storage', 'image', 'no-connection'],
  watch: ['sync', 'display', 'charging', 'battery'],
  blanket: ['wear', 'smell'],
  charger: ['charging', 'overheating', 'noise'],
  app: ['crash', 'no-connection', 'update'],
  website: ['page', 'login'],
  account: ['login', 'message'],
};

export function askProduct(request: AgentRequest, trouble: Trouble, own: readonly string[]): OfflineStep {
  const words = technicalWords(request.classification.language);
  return {
    text: words.askDevice(),
    asks: asExchange(EXCHANGES.product, trouble),
    ...(own.length > 0 ? { choices: own.slice(0, 4).map((name) => ({ title: name, value: name })) } : {}),
  };
}

export function askSymptom(request: AgentRequest, trouble: Trouble): OfflineStep {
  const words = technicalWords(request.classification.language);
  const usual = (USUAL[trouble.kind ?? 'device'] ?? []).map((symptom) => words.symptom(symptom));
  return {
    text: [...oneByOne(request, trouble), words.askSymptom({ device: words.yourDevice(deviceOf(trouble)) })].join(' '),
    asks: asExchange(EXCHANGES.symptom, trouble),
    choices: usual.map((title) => ({ title, value: title })),
  };
}

export function cannotSay(request: AgentRequest): OfflineStep {
  const { language } = request.classification;
  return {
    text: technicalWords(language).noArticle(),
    choices: [phrasesFor(language, request.phrases).personChoice()],
  };
}

export function outcomes(request: AgentRequest): Choice[] {
  const words = technicalWords(request.classification.language);
  return [words.worksChoice(), words.failsChoice(), words.cannotChoice()];
}

/** Several are in trouble: in which order, said once. */
export function oneByOne({ classification, history }: AgentRequest, trouble: Trouble): string[] {
  if (trouble.further.length === 0) return [];
  const words = technicalWords(classification.language);
  const then = trouble.further.map(({ kind, name }) => words.yourDevice({ kind, ...(name ? { name } : {}) }));
  const said = words.oneByOne({ first: words.yourDevice(deviceOf(trouble)), then });
  return history.some(({ role, text }) => role === 'bot' && text.includes(said)) ? [] : [said];
}
