// A case waits for a person, and the customer asks where they are in the queue, or needs it no longer. In all languages that
// we speak: whoever waits has no patience for a question that is not understood.
import { actOf } from '../../agents/acts.ts';
import { deriveId } from '../../core/ids.ts';
import { actWords } from '../../phrases/acts/index.ts';
import { talkWords } from '../../phrases/talk/index.ts';
import { dueInWords } from '../due-in-words.ts';
import { tellCase } from '../escalate.ts';
import { readOnly, reply, type TurnContext } from '../turn-context.ts';
import { YES_FIRST } from './consent.ts';
import { isNeverMind } from './yes-no.ts';

const QUEUE = new RegExp(
  [
    /\bwhere am i in (the )?(queue|line)|(place|position|number) (am i )?in (the )?(queue|line)|how many( people| cases)?( are)? (ahead|before|in front) of me/,
    /how (much )?long(er)? (do i|will i|must i|is the|until|till|will it|does it)\b.*\b(wait|someone|somebody|person|human|colleague|reply|answer)/,
    /(status|state|news|progress|update)s? (of|on|about|with) (my|the|this) (case|complaint|request|ticket)|(how many|any|anyone|anybody|people|who('?s| is| are)) .{0,20}\b(before|ahead of|in front of) me|what happens (now|next|then)|^\W*(so |and |ok(ay)? )*what (will|would|are) (you|they)( guys)? (going to |gonna )?do( now| next| (about|with) (it|this|that))?\W*$/,
    /how long is the (wait|queue|line)|when will (someone|somebody|a person|a human|anyone|a colleague|an agent)/,
    /\b(qué|que) (lugar|puesto|posición)|(lugar|puesto) (en|de) la (cola|fila)|cuánt[oa]s? .{0,30}(espera|esperar|tarda\w*|falta|delante)|cuándo .{0,20}(alguien|una persona)/,
    /\b(quelle|ma) (place|position)|dans la file|combien de (temps|personnes) .{0,40}(attend\w*|attente|avant|devant|quelqu.un)|quand .{0,20}(quelqu.un|une personne|un conseiller)/,
    /\b(an welcher stelle|warteschlange|wie viele .{0,20}vor mir)|wie lange .{0,40}(warten|dauert|noch|jemand)|wann .{0,20}(jemand|ein mensch|ein kollege|ein mitarbeiter)/,
  ]
    .map(({ source }) => `(?:${source})`)
    .join('|'),
  'i',
);

/** "How will they reach me, can they ring me?" */
const REACHED =
  /\b(how|will|can|could|would|do|does)\b.{0,25}\b(they|you|he|she|somebody|someone|anyone|colleagues?|person|people)\b.{0,30}\b(reach|contact|ring|call|phone|e-?mail|write( to)?|answer|get back to) (me|us)\b|\b(ring|call|phone) me\b.{0,10}\?|\b(answer|write|reply|respond|send)\b.{0,30}\b(to|by|via|per) (my )?e-?mail\b|\bby e-?mail\b.{0,12}\?/i;

/** "Does your colleague know about the lamp, too?" */
const KNOWS =
  /\b(do|does|will|did|has|have|can)\b.{0,25}\b(colleagues?|they|he|she|the (person|agent|team)|someone|somebody)\b.{0,40}\b(know|knows|see|sees|read|aware|informed|told|heard|have (all|this|that|it))\b.{0,40}\?|\b(does|is|has)\b.{0,20}\b(this|the|my) case\b.{0,20}\b(includes?|contains?|covers?|about)\b|\bis .{2,50}\bin (the|my|that|this) case\b.*\?|\bcase\b.{0,60}\bis (the|my) .{2,40}\bin (it|there)\b.*\?/i;
/** We asked whether a colleague shall be called. */
const OFFERED =
  /\b(?:bring (?:one|somebody|a colleague)(?: in)?|bring in a colleague|aviso a uno|appeler un|einen holen)\b[^.]*\?\s*$/i;
/** "Please write this correctly for the colleague." */
const TELLS =
  /\b(tell|write|pass|note|forward|let)\b.{0,50}\b(colleagues?|them know|them:|the (person|agent|case|team))(?!\w)/i;
/** "Do I have to do anything, or will they take care of it?" */
const MINE_TO_DO =
  /\b(do|must|should|shall) i (still |also )?((have|need|got|supposed) to )?(do|send|give|write|fill|provide|bring) (you |in |them )?(anything|something|it)\b|\b(will|does|do|is|are) (you|your|the|a) ?(other )?(colleagues?|people|team|person)?( just| simply| going to)* (take|takes|taking) care (of (it|this|that|everything))?|\bis there (anything|something) (i|for me|that i)\b.{0,25}\bdo\b|\bdo i (?:have|need) to (?:sit|stay|wait|keep)\b.{0,30}\b(?:wait|here|chat|open|online)\b/i;

/** "Why does it need an approval when it's so obviously your mistake?" */
const WHY_APPROVAL =
  /\bwhy\b.{0,40}\b(?:approv\w+|colleague|a person|a human|decide[sd]?)\b|\b(?:por qué|porque)\b.{0,40}\baprob\w+|\bpourquoi\b.{0,40}\bapprouv\w+|\bwarum\b.{0,40}\bgenehmig\w+/i;
/** Nothing else is waited for then. */
const HOW_LONG =
  /^\W*(i'?m |i am |im )?still waiting( here)?\W*$|^\W*(hello|hey|hi)[\s!]*\?[\s?!]*$|^\W*(hello|hey|hi)?\W*(is )?(anyone|anybody|someone|somebody|a person) (still )?(there|here|around|coming)\W*$|^\W*(so |and |ok |okay |but )?(how (much )?long(er)?( will| does| is)?( (it|that|this))?( gonna| going to)?( take| be)?|when|what (now|next|then)|now what|any (news|update)s?|wie lange( noch)?|wann|(cuánto|combien de temps)( (falta|encore))?|(hay alguien|ist (da )?jemand|il y a quelqu.un)( ahí| da)?)\W*$/i;

const NO_LONGER =
  /\b(forget|drop|skip|scrap) (the |about the |about a |a )?(human|person|colleague|agent|case|ticket)\b|\b(do ?n.?t|no longer|not) (want|need) (any ?one|any ?body|some ?one|some ?body|a (human|person|colleague|call))( to (call|write|ring|contact|answer)( to)?( me)?)?( any ?more| now)?\b|\b(cancel|close|drop|withdraw|delete|end) (the|my|this|that) (case|ticket|request for a (person|human))\b|\bno ?(one|body) (has|needs) to (call|write|answer|contact)\b|\b((do ?n.?t|no longer|not) need (a |the |any |your |this )?(person|human|help|colleague|case)|(do ?n.?t|no longer) need (it|this|that|you|one)( any ?more)?\W*$|close (my|the|this) case|(you (can|may|could)|please|just|pls|and) close (it|that|this)( please| then| now)?\W*$|(it|that|the problem|this) ?(.s|is|has been)? (solved|fixed|sorted( out)?|settled)( (now|already|itself))?|(i )?(solved|fixed|sorted) it( (myself|out))?|ya (no (hace falta|lo necesito)|está (resuelto|solucionado))|(ce n.est plus (nécessaire|la peine)|c.est (réglé|résolu))|(hat sich erledigt|nicht mehr nötig|brauche ich nicht mehr))\b/i;
const OF_THE_CASE =
  /\b(case|ticket|complaint|person|human|colleague|agent|any ?(one|body)|some ?(one|body)|help|ESC-\w+|caso|persona|compa[ñn]ero|agente|cas|personne|coll[eè]gue|conseiller|fall|mensch\w*|kolleg\w*|person)\b/i;
/** From here on the recogniser is believed. */
const OFF_FROM = 0.6;
const NEWS_FROM = 0.5;
const MOST_WORDS = 10;

/** While a case waits: "where am I in the queue?" and "never mind". False: it is something else. */
export async function answerWaiting(context: TurnContext): Promise<boolean> {
  const { state, words } = context;
  const openCase = state.openCase!;
  // "No, leave it" is said of what is proposed or asked, where something is.
  const isButton = context.text.trim() === words.noChoice().value;
  const isOpen = state.proposal !== null || state.question !== null;
  const isMeant = !isButton && (!isOpen || OF_THE_CASE.test(context.text));
  const rest = isMeant ? restWithout(context.text, state.lastReply.includes(openCase.id)) : null;
  // "Never mind" is said of what was spoken of last.
  const isOfCase = state.lastReply.includes(openCase.id) || OF_THE_CASE.test(context.text);
  const isOff =
    (isNeverMind(context.text) && isOfCase) || isNoLonger(context.text) || actOf(context.text, OFF_FROM) === 'case-off';
  if (isMeant && (isOff || rest !== null)) {
    const key = deriveId(context.lane._id, context.entries[0]!.key, 'withdraw');
    tellCase(context, openCase.id, 'case.withdrawn', {}, key);
    context.route = 'case:withdrawn';
    state.openCase = { ...openCase, calledOff: true };
    const withdrawn = words.caseWithdrawn({ caseId: openCase.id });
    if (rest === null) {
      reply(context, withdrawn);
      return true;
    }
    // The case is told so, and the turn goes on with what else was asked.
    context.prefix = withdrawn;
    readOnly(context, rest);
    return false;
  }
  if (REACHED.test(context.text)) {
    context.route = 'case:how';
    const how = talkWords(context.classification.language).writesHere();
    reply(context, `${how}\n\n${words.caseWaits({ caseId: openCase.id, due: dueInWords(context, openCase.dueAt) })}`);
    return true;
  }
  const of = { caseId: openCase.id };
  const own = actWords(context.classification.language);
  if (openCase.approves && WHY_APPROVAL.test(context.text)) {
    context.route = 'case:why approval';
    reply(context, own.whyApproval(of));
    return true;
  }
  const isMine = MINE_TO_DO.test(context.text) && !/\bhow (many|long|much)\b/i.test(context.text);
  if (KNOWS.test(context.text) || isMine) {
    context.route = isMine ? 'case:nothing to do' : 'case:known';
    reply(context, isMine ? own.nothingToDo(of) : own.reachesThem(of));
    return true;
  }
  // "Yes please! Only one of the two leaks", to the colleague who was offered, and has the case already.
  const isTaken = OFFERED.test(state.lastReply) && YES_FIRST.test(context.text) && !context.text.includes('?');
  if (isTaken || (TELLS.test(context.text) && !context.text.includes('?'))) {
    context.route = 'case:told';
    context.followUpRequired = true;
    reply(context, words.addedToCase(of));
    return true;
  }
  const isNews = actOf(context.text, NEWS_FROM) === 'case-news';
  if (!isNews && !QUEUE.test(context.text) && !HOW_LONG.test(context.text)) return false;
  context.route = 'case:queue';
  reply(context, await placeInWords(context));
  return true;
}

/** "Forget the human. Where is my order?": what is asked beside it; null: nothing is, or nothing is withdrawn. */
function restWithout(text: string, isOfCase: boolean): string | null {
  const parts = text.split(/(?<=[.!?;,])\s+/).filter((part) => part.trim() !== '');
  const is = (part: string) =>
    NO_LONGER.test(part) ||
    actOf(part, OFF_FROM) === 'case-off' ||
    (isOfCase && !STILL_WANTED.test(text) && /^\W*(i said )?(forget it|never ?mind|nvm)\W*$/i.test(part));
  const others = parts.filter((part) => !is(part));
  // "Is this case still open? You can close it."
  const asks = others.filter((part) => ASKS.test(part) && !/\b(case|ticket)\b.{0,15}\bopen\b/i.test(part));
  return others.length < parts.length && asks.length > 0 ? asks.join(' ') : null;
}

/** Who asks how it goes on has not given it up. */
const STILL_WANTED = /\b(?:case|ticket)\b.{0,25}\bopen\b|\bonce (?:it|that|this)(?:'?s| is) approved\b/i;

const ASKS =
  /\bord\W?\d|^\W*(and |so |but |just )*(can|could|where|when|what|how|which|who|is|are|do|does|will|tell|show|check)\b/i;

function isNoLonger(text: string): boolean {
  return NO_LONGER.test(text) && !text.includes('?') && text.trim().split(/\s+/).length <= MOST_WORDS;
}

/** Where their case is in the queue, as it is now; remembered, so that news of it is not told twice in a row. */
export async function placeInWords(
  context: Pick<TurnContext, 'services' | 'settings' | 'words' | 'state'>,
): Promise<string> {
  const { state, services, words } = context;
  const openCase = state.openCase!;
  const ahead = (await services.casePort.ahead?.(openCase.id)) ?? null;
  state.openCase = { ...openCase, placeAt: services.clock.now(), ...(ahead === null ? {} : { place: ahead }) };
  return words.queuePlace({ caseId: openCase.id, due: dueInWords(context, openCase.dueAt, false), ahead });
}
