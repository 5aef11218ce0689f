// The languages of billing: an explicit list. A language that is not here falls back to English.
import { billingDe } from './de.ts';
import { billingEn } from './en.ts';
import { billingEs } from './es.ts';
import { billingFr } from './fr.ts';
import type { BillingWords } from './words.ts';

export {
  BILLING_REFUSALS,
  type BillingRefusal,
  type BillingWords,
  type ChargeWords,
  type Money,
  type RefundStateWords,
} from './words.ts';

const LANGUAGES: Record<string, BillingWords> = { en: billingEn, es: billingEs, fr: billingFr, de: billingDe };

/** The words of a language (ISO 639-1 or BCP 47). */
export function billingWords(language: string): BillingWords {
  return LANGUAGES[language.slice(0, 2).toLowerCase()] ?? billingEn;
}
