// analyze_issue: what a customer's words say about a technical problem: which product, which symptom, what was tried,
// whether it is a fault that we know. A known customer's own products give the device its name.
import { z } from 'zod';
import { fold } from '../../core/fold.ts';
import { within } from '../../core/within.ts';
import {
  type DeviceKind,
  type NamedDevice,
  type StepId,
  type Symptom,
  technicalWords,
} from '../../phrases/technical/index.ts';
import type { ShopBackend } from '../backends/shop.ts';
import type { Bug, SupportBackend } from '../backends/support.ts';
import { withRetry } from '../backends/with-retry.ts';
import type { ReadTool, ToolScope } from '../tool.ts';
import { productSchema } from './inputs.ts';
import { isStepId, keyOf } from './plan.ts';
import { type FurtherDevice, firstConcern, kindOfProduct, readDevice, readFurtherDevices } from './read-device.ts';
import { readDanger, readSymptom } from './read-symptom.ts';
import { readTried, readTriedEverything } from './read-tried.ts';

const MOST_ORDERS = 20;
const MOST_NAMES = 5;
/** The name is a courtesy: the help does not wait for a slow shop. */
const NAMES_MS = 1_000;

const input = z.object({
  /** What the customer wrote about the problem. */
  text: z.string().max(2_000),
  /** When it is known from earlier. */
  product: productSchema.optional(),
});

export interface KnownBug {
  bugId: string;
  state: Bug['state'];
  /** In the customer's language where it is one of our steps. */
  workaround: string | null;
  /** The same as run_diagnostics names it. */
  workaroundStep: string | null;
  fixedIn: string | null;
}

/** What this tool answers, as the offline agent reads it. */
export interface IssueAnalysis {
  product: { kind: DeviceKind; name: string | null } | null;
  /** Other products that are in trouble too, in the order of the text. */
  further: FurtherDevice[];
  symptom: Symptom | null;
  danger: boolean;
  tried: StepId[];
  triedEverything: boolean;
  knownBug: KnownBug | null;
  /** Names of the verified customer's own products, for "which one is it?". */
  ownProducts: string[];
  ownProductsKnown: boolean;
}

export type ReadsOrders = Pick<ShopBackend, 'findOrder' | 'listOrders'>;

export function createAnalyzeIssue(support: SupportBackend, shop: ReadsOrders): ReadTool<z.infer<typeof input>> {
  return {
    name: 'analyze_issue',
    description:
      'Analyse a technical problem from the customer’s own words: product, symptom, what was tried already, known faults. Call it first.',
    input,
    effect: 'reads',
    level: 'anonymous',
    run: async ({ text, product }, scope) => {
      const own = await ownProducts(shop, scope);
      const named = readDevice(text, scope.language);
      const device = named ?? (product ? { kind: product } : null);
      const kind = device?.kind ?? null;
      // Two devices in one message: the symptom of the one that is named first.
      const symptom = readSymptom(firstConcern(text), kind) ?? readSymptom(text, kind);
      const bug = device && symptom ? await findKnownBug(support, device.kind, symptom, text) : null;
      const analysis: IssueAnalysis = {
        product: device && { kind: device.kind, name: chooseName(device, own.names) },
        further: readFurtherDevices(text, scope.language),
        symptom,
        danger: readDanger(text),
        tried: readTried(text),
        triedEverything: readTriedEverything(text),
        knownBug: bug && {
          bugId: bug.id,
          state: bug.state,
          workaround: workaroundOf(bug, scope.language),
          workaroundStep: bug.workaround === undefined ? null : keyOf(bug.workaround),
          fixedIn: bug.fixedIn ?? null,
        },
        ownProducts: own.names.slice(0, MOST_NAMES),
        ownProductsKnown: own.known,
      };
      return { ...analysis };
    },
  };
}

/** The customer's products, newest first, each once. `known` is false when the shop did not say. */
async function ownProducts(shop: ReadsOrders, scope: ToolScope): Promise<{ names: string[]; known: boolean }> {
  const { shopCustomerId } = scope.customer;
  if (!shopCustomerId) return { names: [], known: true };
  const [listed] = await Promise.allSettled([within(NAMES_MS, shop.listOrders(shopCustomerId, MOST_ORDERS))]);
  if (listed.status === 'rejected') return { names: [], known: false };
  const own = listed.value.filter((order) => order.customerId === shopCustomerId && order.status !== 'cancelled');
  return { names: [...new Set(own.flatMap((order) => order.items.map((item) => item.name)))], known: true };
}

/** Their one product of this kind by its full name, else the customer's own words for it. */
function chooseName(device: NamedDevice, own: readonly string[]): string | null {
  const sameKind = own.filter((name) => kindOfProduct(name) === device.kind);
  const said = device.name ? fold(device.name) : '';
  const fitting = sameKind.filter((name) => said === '' || fold(name).includes(said.split(' ')[0]!));
  if (fitting.length === 1) return fitting[0]!;
  if (sameKind.length === 1 && !said.includes(' ')) return sameKind[0]!;
  return device.name ?? null;
}

/** A fault whose signs stand in the text, and that somebody of ours has looked at. */
async function findKnownBug(
  support: SupportBackend,
  product: string,
  symptom: string,
  text: string,
): Promise<Bug | null> {
  const bugs = await withRetry('technical support', () => support.listBugs(product, symptom));
  return bugs.find((bug) => bug.state !== 'reported' && hasSign(bug, text)) ?? null;
}

/** Do the words speak of this fault and not only of its symptom? */
export function hasSign(bug: Bug, text: string): boolean {
  const folded = fold(text);
  return bug.signs.some((sign) => folded.includes(fold(sign)));
}

/** What helps until it is fixed, in the customer's language where it is one of our steps. */
export function workaroundOf(bug: Bug, language: string): string | null {
  if (bug.workaround === undefined) return null;
  return isStepId(bug.workaround) ? technicalWords(language).steps[bug.workaround] : bug.workaround;
}
