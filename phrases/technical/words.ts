// The vocabulary of technical help, and every sentence of it that a customer can read, as types: a language that lacks
// one does not compile. Nothing here decides anything.
import type { PhraseChoice } from '../phrases.ts';

/** What a problem can be with. `device` is a thing that the customer names and the shop does not know. */
export const DEVICE_KINDS = [
  'headphones',
  'speaker',
  'keyboard',
  'lamp',
  'backpack',
  'kettle',
  'camera',
  'watch',
  'blanket',
  'charger',
  'app',
  'website',
  'account',
  'device',
] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

export const SYMPTOMS = [
  'no-connection',
  'no-power',
  'no-sound',
  'one-side',
  'noise',
  'battery',
  'charging',
  'overheating',
  'crash',
  'update',
  'sync',
  'display',
  'image',
  'measure',
  'storage',
  'buttons',
  'light',
  'leak',
  'wear',
  'smell',
  'login',
  'message',
  'page',
  'other',
] as const;
export type Symptom = (typeof SYMPTOMS)[number];

/** One thing that a customer can try. Articles name them, so that each is written once in every language. */
export const STEP_IDS = [
  'restart',
  'factory-reset',
  'charge-fully',
  'other-cable',
  'other-socket',
  'bluetooth-toggle',
  'forget-pairing',
  'other-phone',
  'pair-new',
  'install-app',
  'update-firmware',
  'close-app',
  'update-app',
  'reinstall-app',
  'app-permissions',
  'allow-notifications',
  'check-volume',
  'choose-output',
  'check-balance',
  'clean-contacts',
  'clean-mesh',
  'save-battery',
  'cool-down',
  'replace-batteries',
  'move-receiver',
  'keyboard-layout',
  'clean-keys',
  'replace-bulb',
  'check-dimmer',
  'seat-base',
  'check-fill',
  'descale',
  'rinse-filter',
  'reseat-battery',
  'check-card',
  'clean-lens',
  'check-focus',
  'sync-watch',
  'wear-snugly',
  'care-zip',
  'adjust-straps',
  'wash-by-hand',
  'air-dry',
  'wash-cool',
  'remove-lint',
  'check-wattage',
  'other-port',
  'reset-password',
  'check-spam',
  'check-email',
  'clear-cookies',
  'other-browser',
  'other-network',
  'review-consents',
  'wipe-device',
  'find-receipt',
] as const;
export type StepId = (typeof STEP_IDS)[number];

/** `name`: as the catalogue or the customer calls it. */
export interface NamedDevice {
  kind: DeviceKind;
  name?: string;
}

export interface CitedArticle {
  id: string;
  title: string;
}

export interface WarrantyWords {
  product: string;
  orderId: string;
  /** YYYY-MM-DD; null while it is on its way. */
  until: string | null;
  holds: boolean;
  months: number;
}

export type BugState = 'reported' | 'confirmed' | 'in progress' | 'fixed';

export interface TechnicalWords {
  /** Inside a sentence: "your wireless headphones". */
  yourDevice(device: NamedDevice): string;
  /** A noun phrase: "no connection". */
  symptom(symptom: Symptom): string;
  steps: Record<StepId, string>;
  sorry(words: { device: string }): string;
  letsSee(words: { device: string }): string;
  /** Said when the customer has tried a lot: two steps in one go. */
  inThisOrder(words: { device: string }): string;
  /** `attempt` counts from 1; the wording changes with it. */
  oneStep(words: { attempt: number }): string;
  /** A device that the shop does not sell. */
  notOurs(words: { device: string }): string;
  leavingOutTried(): string;
  /** A kettle that leaks from underneath. */
  leaksBelow(): string;
  takesAbout(words: { minutes: number }): string;
  articles(words: { articles: readonly CitedArticle[] }): string;
  /** They ask what becomes of it when no step helps. */
  ifNothingHelps(): string;
  didThatHelp(): string;
  worksChoice(): PhraseChoice;
  failsChoice(): PhraseChoice;
  cannotChoice(): PhraseChoice;
  solved(words: { device: string }): string;
  takeYourTime(): string;
  /** The step again, with what the article says about it. */
  inDetail(): string;
  exhausted(words: { device: string; count: number }): string;
  /** Other products in trouble go to the same person. */
  alsoPassedOn(words: { devices: string[] }): string;
  /** It may hurt somebody: no steps. */
  /** With another phone it does. */
  worksElsewhere(words: { device: string }): string;
  danger(words: { device: string }): string;
  checkBack(words: { device: string }): string;
  askDevice(): string;
  /** Several products are in trouble. */
  oneByOne(words: { first: string; then: string[] }): string;
  askSymptom(words: { device: string }): string;
  howTo(words: { title: string }): string;
  /** Before an article's own English text, in another language. */
  inEnglish(words: { article: CitedArticle }): string;
  /** Before its steps, which are in the customer's language. */
  whatToDo(): string;
  noArticle(): string;
  onlyThisArticle(words: { article: CitedArticle }): string;
  knownBug(words: { bugId: string; device: string; symptom: string; state: string; workaround: string | null }): string;
  /** What the report would say; the customer's yes is to this sentence. */
  proposeReport(words: { device: string; symptom: string }): string;
  proposeJoin(words: { bugId: string; device: string; symptom: string }): string;
  reported(words: { bugId: string }): string;
  joined(words: { bugId: string; state: string; workaround: string | null }): string;
  alreadyFixed(words: { bugId: string; version: string | null }): string;
  bugState(words: { bugId: string; state: string; workaround: string | null; willBeTold: boolean }): string;
  /** Asked when it will be fixed. */
  noDateForIt(): string;
  stateOf(state: BugState): string;
  noSuchBug(words: { bugId: string }): string;
  askBug(): string;
  reportChoice(): PhraseChoice;
  warranty(words: WarrantyWords & { today: string }): string;
  noWarranty(words: { device: string }): string;
  /** It was dropped, or something was spilt on it. */
  accident(): string;
  warrantyRule(): string;
}
