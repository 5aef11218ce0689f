// The languages of technical help: an explicit list. A language that is not here falls back to English.
import { technicalDe } from './de.ts';
import { technicalEn } from './en.ts';
import { technicalEs } from './es.ts';
import { technicalFr } from './fr.ts';
import type { TechnicalWords } from './words.ts';

export {
  type BugState,
  type CitedArticle,
  DEVICE_KINDS,
  type DeviceKind,
  type NamedDevice,
  STEP_IDS,
  type StepId,
  SYMPTOMS,
  type Symptom,
  type TechnicalWords,
} from './words.ts';

const LANGUAGES: Record<string, TechnicalWords> = {
  en: technicalEn,
  es: technicalEs,
  fr: technicalFr,
  de: technicalDe,
};

/** The words of a language (ISO 639-1 or BCP 47). */
export function technicalWords(language: string): TechnicalWords {
  return LANGUAGES[language.slice(0, 2).toLowerCase()] ?? technicalEn;
}
