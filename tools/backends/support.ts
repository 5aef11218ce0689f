// The port to technical support: known faults, reports of them, and how long a warranty lasts.
export interface Bug {
  id: string;
  product: string;
  symptom: string;
  state: 'reported' | 'confirmed' | 'in progress' | 'fixed';
  /** Words that tell it from other faults of the same product and symptom; none: any fits. */
  signs: string[];
  /** A step's name (phrases/technical/words.ts), or a sentence. */
  workaround?: string;
  fixedIn?: string;
}

/** Who hears of the end of a fault, and where. */
export interface Reporter {
  laneId: string;
  shopCustomerId?: string;
}

export interface BugReport {
  product: string;
  symptom: string;
  /** The customer's words, for the engineers only. */
  text: string;
  reporter: Reporter;
}

export interface SupportBackend {
  findBug(bugId: string): Promise<Bug | null>;
  /** Faults of this product with this symptom, fixed ones too, at most 50. */
  listBugs(product: string, symptom: string): Promise<Bug[]>;
  /** Joins the fault `bugId`, or opens a new one; once per key, a repetition answers with the same fault. */
  fileReport(report: BugReport, bugId: string | null, key: string): Promise<Bug>;
  isReporter(bugId: string, reporter: Reporter): Promise<boolean>;
  /** The shop's side: the fault is fixed. Setting it twice changes nothing. */
  markFixed(bugId: string, version: string): Promise<void>;
  /** Those who reported it and were not told yet, with the key that `markTold` wants. */
  listToTell(bugId: string): Promise<(Reporter & { key: string })[]>;
  markTold(bugId: string, key: string): Promise<void>;
  /** Months from delivery; null: this kind of product is not known. */
  findWarrantyMonths(product: string): Promise<number | null>;
}
