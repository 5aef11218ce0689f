// Another e-mail address or phone number on the account, without a model: what is wanted, what is still to be asked, and what
// the tool said. Pure.
import { accountWords, type ContactWay } from '../../phrases/account/index.ts';
import { phrasesFor } from '../../phrases/index.ts';
import type { AgentRequest, Exchange, OfflineStep, ToolAnswer } from '../agent.ts';

const ABOUT = 'new contact';
const EMAIL = /[^\s@<>,;]+@[^\s@<>,;]+\.[a-z]{2,}/i;
const PHONE = /\+\d[\d ().-]{6,20}\d/;
/** Asked how it is done, an article tells; told to do it, we do. */
const HOW = /\b(how|where|can i|c[oó]mo|d[oó]nde|comment|o[uù] |wie|wo)\b/i;
const CHANGE =
  /\b(change|update|replace|new|correct|set|cambi(ar|e)|actuali(zar|ce)|nuev[oa]|changer?|modifier|modifiez|nouve(l|lle|au)|ändern?|ändere|aktualisier\w*|neue?[rns]?)\b/i;
const OWN: [ContactWay, RegExp][] = [
  [
    'email',
    /\b(my|mi|mon|ma|meine?[nr]?) (new )?(e-?mail|mail|correo( electr[oó]nico)?|adresse (e-?mail|mail)|courriel)/i,
  ],
  [
    'phone',
    /\b(my|mi|mon|ma|meine?[nr]?) (new )?((mobile|cell|tele)?phone|mobile|cell)( number)?\b|\b(mi tel[eé]fono|mon (num[eé]ro de )?t[eé]l[eé]phone|meine (telefon|handy)nummer)/i,
  ],
];

/** Null: this is about something else. */
export function changeContact(request: AgentRequest, answers: readonly ToolAnswer[]): OfflineStep | null {
  const { exchange, text } = request;
  const way = exchange?.about === ABOUT ? (exchange.memory.way as ContactWay) : wishIn(text);
  if (!way) return null;
  const refused = answers.at(-1);
  if (refused) return tellRefusal(request, refused);
  const value = valueIn(way, text);
  if (value) return { call: 'change_contact', input: { [way]: value } };
  const { language } = request.classification;
  return { text: accountWords(language).askContact({ way }), asks: { about: ABOUT, memory: { way } } };
}

export function understandsContact(text: string, { about, memory }: Exchange): boolean {
  return about === ABOUT && valueIn(memory.way as ContactWay, text) !== undefined;
}

function wishIn(text: string): ContactWay | null {
  const way = OWN.find(([, own]) => own.test(text))?.[0] ?? null;
  if (!way || !CHANGE.test(text)) return null;
  return HOW.test(text) && !valueIn(way, text) ? null : way;
}

/** The last one that is named: "from the old one to the new one". */
function valueIn(way: ContactWay, text: string): string | undefined {
  const pattern = new RegExp(way === 'email' ? EMAIL : PHONE, 'gi');
  return text
    .match(pattern)
    ?.at(-1)
    ?.replace(/[.!?]+$/, '');
}

function tellRefusal({ classification, phrases }: AgentRequest, { result }: ToolAnswer): OfflineStep {
  const words = accountWords(classification.language);
  if (result.refused === 'it is on file already') return { text: words.sameContact() };
  return { text: words.contactNotChanged(), choices: [phrasesFor(classification.language, phrases).personChoice()] };
}
