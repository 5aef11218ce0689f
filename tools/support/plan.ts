// In which order what is tried: from the articles of a symptom, the special before the general, nothing twice, and what
// erases something last. Pure.
import { type DeviceKind, STEP_IDS, type StepId, type Symptom } from '../../phrases/technical/index.ts';
import type { Article } from '../backends/knowledge.ts';

/** Minutes for one step, pauses included. */
export const STEP_MINUTES: Record<StepId, number> = {
  restart: 5,
  'factory-reset': 10,
  'charge-fully': 30,
  'other-cable': 3,
  'other-socket': 2,
  'bluetooth-toggle': 2,
  'forget-pairing': 4,
  'other-phone': 5,
  'pair-new': 3,
  'install-app': 3,
  'update-firmware': 10,
  'close-app': 2,
  'update-app': 3,
  'reinstall-app': 5,
  'app-permissions': 2,
  'allow-notifications': 2,
  'check-volume': 1,
  'choose-output': 2,
  'check-balance': 2,
  'clean-contacts': 5,
  'clean-mesh': 5,
  'save-battery': 2,
  'cool-down': 15,
  'replace-batteries': 3,
  'move-receiver': 2,
  'keyboard-layout': 2,
  'clean-keys': 10,
  'replace-bulb': 5,
  'check-dimmer': 1,
  'seat-base': 2,
  'check-fill': 1,
  descale: 30,
  'rinse-filter': 5,
  'reseat-battery': 1,
  'check-card': 5,
  'clean-lens': 2,
  'check-focus': 2,
  'sync-watch': 3,
  'wear-snugly': 1,
  'care-zip': 5,
  'adjust-straps': 3,
  'wash-by-hand': 15,
  'air-dry': 60,
  'wash-cool': 60,
  'remove-lint': 10,
  'check-wattage': 2,
  'other-port': 1,
  'reset-password': 5,
  'check-spam': 2,
  'check-email': 2,
  'clear-cookies': 3,
  'other-browser': 2,
  'other-network': 2,
  'review-consents': 3,
  'wipe-device': 10,
  'find-receipt': 1,
};
const UNKNOWN_MINUTES = 5;

/** After so many a person is the better help: the general articles would go on for long. */
const MOST_STEPS = 7;

/** Steps of a first set-up or of parting with a device: no cure for anything. */
const NO_CURE: ReadonlySet<string> = new Set<StepId>([
  'install-app',
  'pair-new',
  'wipe-device',
  'find-receipt',
  'review-consents',
]);
const ERASES: ReadonlySet<string> = new Set<StepId>(['factory-reset', 'reinstall-app']);
/** What cannot be done with a device that does not turn on. */
const NEEDS_POWER: ReadonlySet<string> = new Set<StepId>([
  'update-firmware',
  'bluetooth-toggle',
  'forget-pairing',
  'other-phone',
  'clean-lens',
  'check-focus',
  'check-card',
  'save-battery',
]);
const UNFIT: Partial<Record<DeviceKind, ReadonlySet<string>>> = {
  keyboard: new Set<StepId>(['charge-fully', 'clean-contacts']),
  device: new Set<StepId>(['update-firmware', 'factory-reset', 'forget-pairing']),
};
/** What plays on one side, or crackles, is loud enough and goes to where it should. */
const NEEDLESS: Partial<Record<Symptom, ReadonlySet<string>>> = {
  'one-side': new Set<StepId>(['check-volume', 'choose-output', 'bluetooth-toggle', 'pair-new']),
  noise: new Set<StepId>(['check-volume', 'choose-output']),
  smell: new Set<StepId>(['check-fill', 'seat-base']),
};
/** The two that settle most faults, for somebody who has tried a lot. */
const DECISIVE: readonly StepId[] = ['restart', 'factory-reset'];

export interface PlannedStep {
  /** A step's name or an article's own sentence. */
  step: string;
  articleId: string;
}

export function isStepId(step: string): step is StepId {
  return (STEP_IDS as readonly string[]).includes(step);
}

export function minutesOf(step: string): number {
  return isStepId(step) ? STEP_MINUTES[step] : UNKNOWN_MINUTES;
}

/** What a step is remembered by: its name, or how its sentence begins. */
export function keyOf(step: string): string {
  return isStepId(step) ? step : step.slice(0, 60);
}

/** Everything that is worth trying, in order, less what was tried. `articles`: special ones first. */
export function planSteps(
  { product, symptom, tried }: { product: DeviceKind; symptom: Symptom; tried: readonly string[] },
  articles: readonly Article[],
): PlannedStep[] {
  const hasNoPower = symptom === 'no-power' || symptom === 'charging';
  const fitting = articles
    .flatMap((article) => article.steps.map((step) => ({ step, articleId: article.id })))
    .filter(({ step }, at, all) => all.findIndex((other) => other.step === step) === at)
    .filter(({ step }) => !NO_CURE.has(step) && !UNFIT[product]?.has(step) && !NEEDLESS[symptom]?.has(step))
    .filter(({ step }) => !hasNoPower || !NEEDS_POWER.has(step))
    // What does not turn on is not turned off first.
    .filter(({ step }) => symptom !== 'no-power' || product === 'device' || step !== 'restart');
  const erasing = fitting.filter(({ step }) => ERASES.has(step));
  const gentle = fitting.filter(({ step }) => !ERASES.has(step)).slice(0, MOST_STEPS - erasing.length);
  return [...gentle, ...erasing].filter(({ step }) => !tried.includes(keyOf(step)));
}

/** Restart, then factory reset, as far as they are still to be tried; cited from the general articles. */
export function decisiveSteps(plan: readonly PlannedStep[], articles: readonly Article[]): PlannedStep[] {
  const general = articles.filter((article) => article.products.length > 2);
  return DECISIVE.filter((step) => plan.some((one) => one.step === step)).map((step) => ({
    step,
    articleId: (general.find((article) => article.steps.includes(step)) ?? articles[0]!).id,
  }));
}
