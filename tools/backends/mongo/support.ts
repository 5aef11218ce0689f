// Technical support in our own MongoDB. A report is one atomic update of one fault, with its key inside: whoever repeats
// it finds the same fault.
import type { Clock } from '../../../core/clock.ts';
import { deriveReadableId } from '../../../core/ids.ts';
import type { OpenRows } from '../../../models/rows.ts';
import type { StoredBug, StoredReport, StoredWarranty } from '../../../models/shop/support.ts';
import type { Bug, BugReport, Reporter, SupportBackend } from '../support.ts';

const MOST_BUGS = 50;
const LONGEST_TEXT = 500;

export function createMongoSupport(open: OpenRows, clock: Clock): SupportBackend {
  const bugs = open<StoredBug>('shop_bugs');
  const warranties = open<StoredWarranty>('shop_warranties');
  const byKey = (key: string) => bugs.findOne({ 'reports.key': key });

  /** A fault of its own; the id comes from the key, so that two who do the same at once meet in it. */
  async function openBug(report: BugReport, entry: StoredReport): Promise<Bug> {
    const row: StoredBug = {
      _id: deriveReadableId('BUG', entry.key),
      product: report.product,
      symptom: report.symptom,
      state: 'reported',
      signs: [],
      reports: [entry],
      told: [],
    };
    try {
      await bugs.insertOne(row);
    } catch (error) {
      if ((error as { code?: number }).code !== 11000) throw error;
    }
    return toBug(row);
  }
  return {
    findBug: async (bugId) => {
      const row = await bugs.findOne({ _id: bugId });
      return row ? toBug(row) : null;
    },
    listBugs: async (product, symptom) => {
      const rows = await bugs.find({ product, symptom }).limit(MOST_BUGS).toArray();
      return rows.map(toBug);
    },
    fileReport: async (report, bugId, key) => {
      const known = await byKey(key);
      if (known) return toBug(known);
      const { laneId, shopCustomerId } = report.reporter;
      const entry: StoredReport = {
        key,
        laneId,
        ...(shopCustomerId ? { shopCustomerId } : {}),
        text: report.text.slice(0, LONGEST_TEXT),
        at: clock.now(),
      };
      if (bugId === null) return openBug(report, entry);
      await bugs.updateOne({ _id: bugId, 'reports.key': { $ne: key } }, { $push: { reports: entry } });
      const joined = await byKey(key);
      return joined ? toBug(joined) : openBug(report, entry);
    },
    isReporter: async (bugId, { laneId, shopCustomerId }) => {
      const row = await bugs.findOne({ _id: bugId });
      return (row?.reports ?? []).some(
        (one) => one.laneId === laneId || (shopCustomerId !== undefined && one.shopCustomerId === shopCustomerId),
      );
    },
    markFixed: async (bugId, version) => {
      await bugs.updateOne({ _id: bugId }, { $set: { state: 'fixed', fixedIn: version } });
    },
    listToTell: async (bugId) => {
      const row = await bugs.findOne({ _id: bugId });
      if (row?.state !== 'fixed') return [];
      return row.reports.filter((one) => !row.told.includes(one.key)).map(toReporter);
    },
    markTold: async (bugId, key) => {
      await bugs.updateOne({ _id: bugId, told: { $ne: key } }, { $push: { told: key } });
    },
    findWarrantyMonths: async (product) => (await warranties.findOne({ _id: product }))?.months ?? null,
  };
}

function toReporter({ key, laneId, shopCustomerId }: StoredReport): Reporter & { key: string } {
  return { key, laneId, ...(shopCustomerId ? { shopCustomerId } : {}) };
}

function toBug({ _id, reports: _reports, told: _told, ...rest }: StoredBug): Bug {
  return { id: _id, ...rest };
}
