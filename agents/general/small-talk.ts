// What people say between their wishes, in the four languages that we speak: "ok", "hmm", "are you there?", "why not?".
// Pure: a message that says anything else is null.
import { fold } from '../../core/fold.ts';

export type SmallTalk =
  | 'heard'
  | 'thanks'
  | 'bye'
  | 'away'
  | 'low'
  | 'thinking'
  | 'puzzled'
  | 'there'
  | 'bot'
  | 'chat'
  | 'well'
  | 'sure'
  | 'why'
  | 'next'
  | 'sorry'
  | 'wishes'
  | 'insult';

/** Words that only say "I have heard": a message may have several of them and nothing else. */
const HEARD = new Set(
  (
    'ok okay okey okie k kk alright fine cool great nice perfect good right sure yes yeah yep yup ya awesome wonderful ' +
    'brilliant excellent super lovely whatever understood noted gotcha oh ah aha well so then anyway finally bruh bro omg dude ugh lol lmao haha hahaha ' +
    'hehe heh wow got it i see all makes sense sounds fair enough no problem np fantastic amazing ' +
    "vale entendido entiendo bien perfecto claro genial bueno ya jaja d'accord compris parfait bien tres super entendu " +
    'ca marche va funciona todo klappt jetzt alles klar verstanden stop gut prima in ordnung ach so aha passt haha si oui ja'
  ).split(' '),
);
const MOST_HEARD = 6;
const THANKS =
  /\b(thanks?|thank (you|u)|thx|tnx|ty|cheers|much appreciated|gracias|merci|danke|dank|vielen dank|grazie|obrigad[oa]|dank u|dank je|bedankt|dziekuje|dzieki|tack|tak|dekuji|tesekkurler|tesekkur ederim)\b|спасибо|дякую|شكرا|धन्यवाद|谢谢|謝謝|ありがとう|감사/;
/** In languages whose other words we do not know. */
const ELSEWHERE =
  /\b(grazie|obrigad[oa]|dank u|dank je|bedankt|dziekuje|dzieki|tack|tak|dekuji|tesekkurler|tesekkur ederim)\b|[^\p{Script=Latin}\d\s'-]/u;
const MOST_THANKS = 3;
/** Words around thanks, besides those that say "I have heard". */
const AROUND_THANKS = new Set(
  (
    "thank thanks you u thx tnx ty cheers much appreciated so very a lot lots again anyway for your the help that's that is was " +
    "you're you've been really most helpful kind dear muchas mil gracias muy amable por la ayuda merci beaucoup pour votre " +
    'aide vielen vielmals schon schön dank danke fur ihre die hilfe sehr'
  ).split(' '),
);

const SIGNS: [SmallTalk, RegExp][] = [
  [
    'bot',
    /^(so |wait |hey |but )?(am i (really |actually |still )?(talking|speaking|chatting|writing) (to|with)|are you|is this|is that|r u|eres|es usted|es esto|etes-vous|es-tu|c'est|sind sie|bist du|spreche ich mit|ist das)\b.{0,25}\b(bots?|robots?|humans?|person|real(?! (company|shop|business|store))|machine|computer|ai|automated|persona|humano|humana|maquina|humain|machine|ia|mensch|maschine|ki|automat)\b.{0,20}$|^(who|what) are you( exactly)?$|^(so )?who am i (talking|speaking|chatting|writing) (to|with)$|^(quien eres|qui etes-vous|wer (sind sie|bist du))$/,
  ],
  [
    'well',
    /^(hi |hello |hey |good \w+ )?(and )?(how are (you|u|things)|how'?s it going|how do you do|how have you been|how r u|what'?s up|sup|que tal|como (esta|estas|va|te va)|ca va|comment (allez[- ]vous|vas[- ]tu|ca va)|wie geht'?s?( es)?( ihnen| dir)?|alles gut)( doing)?( you)?( today| bot| there)?$/,
  ],
  [
    'chat',
    /^(please |can you |could you )?(tell me (a|another) (joke|story)|sing( me)?( a song)?|make me laugh|entertain me)\b.{0,20}$|^who (made|built|created|programmed|trained|owns) you$|\bdo you (have|feel) (feelings|emotions|friends|a family|a name)\b|^do you (ever )?(get|feel|become) (tired|bored|lonely|hungry|angry|sad)\b.{0,12}$|^(can|could|do) you (speak|talk) like\b|^how old are you$|^(are you (married|alive|happy|sad|hungry|tired|smart|stupid)|do you (love|like|sleep|eat|dream|know me))\b.{0,20}$|^what'?s your (name|favou?rite.{0,20})$|^(i love you|marry me)$/,
  ],
  [
    'there',
    /^(hello|hey|hi|yo)?\s*(is )?(anyone|anybody|someone|somebody)( (still )?(there|here|around))?$|^(hello |hey |hi )?(are )?(you|u) (still )?(there|here|awake|listening)( to me)?$|^are you (even |really |actually )?listening( to me)?$|^test(ing)?( (1|test|123|one two.*))?$|^do you (hear|read) me$|^(hay alguien|sigue ahi|estas ahi|il y a quelqu'un|vous etes la|ist (da )?jemand( da)?|sind sie (noch )?da)$/,
  ],
  [
    'sure',
    /^(but |ok(ay)? )?(are|r) (you|u) (really |absolutely |quite )?sure( about (that|this))?$|^(oh )?(really|seriously|for real)$|^is (that|this|it) (really )?(true|right|correct|certain)$|^(how|where) do you know( that)?$|^(esta seguro|de verdad|en serio|vous etes sur|vraiment|sind sie sicher|wirklich|echt|im ernst)$/,
  ],
  [
    'why',
    /^(but |and |ok(ay)? )?(why|why not|how come|why is that|why'?s that|y|por que( no)?|pourquoi( pas)?|warum( nicht)?|wieso( nicht)?)$/,
  ],
  [
    'next',
    /^(ok(ay)? |so |and |well |but )*(what (now|next|then)|now what|what happens (now|next|then)|what (can|should|could|do|shall|am) i (supposed to )?do( now| then| about (it|that|this))?|what are my options|what else can (i|you) do|y ahora( que)?|que (hago|puedo hacer)( ahora)?|et maintenant|que (puis-je faire|dois-je faire)( maintenant)?|was (nun|jetzt|kann ich( jetzt)? tun|mache ich jetzt)|und (nun|jetzt))$/,
  ],
  [
    'insult',
    /^(oh |ok(ay)? |well |no )?(you('?re| are)?|u|this|what a)\b.{0,20}\b(bot|robot|machine|stupid|dumb|idiot\w*|useless|moron|suck\w*|rubbish|trash|crap|shit\w*)\b.{0,20}$|^(f[u*]+[c*]*k?\w*|screw|go to hell|shut up)\b.{0,20}$|\b(stupid|dumb|useless|crappy|idiotic) (bot|robot|machine|assistant|thing)\b|^(idiota|imbecile|blodmann|du idiot|scheiss\w*|mierda|merde|puta)\b.{0,20}$/,
  ],
  [
    'sorry',
    /^(oh |ok(ay)? |well )?((i'?m |i am )?(so |very |really )?sorry|my bad|apologies|my apologies|i apologi[sz]e|perdon|lo siento|pardon|desole|entschuldigung|tut mir leid)( (about|for) .{1,40})?$/,
  ],
  [
    'wishes',
    /^(god )?bless( you)?$|^(ok(ay)?|gut|super|alles klar|vale|bueno|bien|d'accord|parfait)? ?(danke|vielen dank|gracias|merci|thanks|thank you)? ?(dann )?(noch )?(einen? )?(schonen?|schones) (tag|abend|wochenende)( noch)?.{0,12}$|^((thanks|thank you|gracias|merci|danke)( beaucoup| bien| schon)? )?(and )?(have|enjoy) (a |the |your )?(nice|good|great|lovely|wonderful|rest of).{0,20}$|^(you too|same to you|take care)$|^((muchas )?(gracias|merci|danke)( beaucoup| bien| schon)? )?(und |y |et )?(que tenga|buen dia|bonne journee|bonne soiree|(einen )?schonen? (tag|abend|wochenende)).{0,20}$/,
  ],
  [
    'bye',
    /^(ok(ay)? |thanks? |thx |ty |cheers |well |alright |whatever |anyway |fine |cool |great |nice |no |so )*(danke( schon)? |vielen dank |merci( beaucoup)? |(muchas )?gracias |bueno |also |gut |ok )*(bye|goodbye|bye bye|see you|see ya|good night|talk to you later|cya|have to go bye|adios|hasta luego|au revoir|bonne nuit|tschuss|auf wiedersehen)\b.{0,12}$/,
  ],
  [
    'away',
    /^(ok(ay)? |sorry |thanks? |well |oh )*((i |i've |ive )?(have |need |got |must )?(to |gotta )?(go|run|leave)( now)?|(i )?gotta (go|run)|i must (go|run|leave)|brb|be right back|(i'?ll |i will )?be back (later|soon|in a.{0,15}|tomorrow|tonight)|back in a.{0,15}|talk later|ttyl)( now| then| bye| thanks)*$/,
  ],
  [
    'low',
    /^(well |oh |and )?(i'?m|i am|i feel|i'?m feeling|feeling) (just |so |very |really |a bit |a little |kind of )*(lonely|alone|sad|down|bored|tired|exhausted|miserable|unhappy)( today| tonight| now| lately| these days)?$/,
  ],
  ['thinking', /^((h+m+|hm+|u+m+|u+h+m?|e+r+m?|mm+|let me (think|see)|pues|euh|bof|ahm?|naja|eh)\s*)+$/],
  [
    'puzzled',
    /^(what|what\?|huh|eh|wut|wat|sorry what|come again|pardon me|say again|excuse me|i (do ?n'?t|do not) (understand|get (it|that|you))|what do you mean|what does that mean|i('m| am) (lost|confused)|i (do ?n'?t|do not) know|i ?dunno|dunno|idk|no idea|(i'm )?not sure|no (le |te )?entiendo|no comprendo|no se|como|je ne comprends pas|je ne sais pas|comment|hein|ich verstehe (das |sie )?nicht|wie bitte|weiss nicht|keine ahnung)$/,
  ],
];

/** "OK, I will do it in the profile", "alright, I'll wait until next week": they do it themselves, and ask nothing. */
const WILL_DO =
  /^(ok(ay)?|alright|all right|fine|great|good|perfect|thanks|thank you|thx|cool|vale|d'accord|gut|alles klar)( thanks| thank you| then| so)?,? (then )?(i'?ll|i will|ill|i am going to|i'?m going to|will|let me|voy a|je vais|ich werde|dann) (?!(take|have|buy|get|order|need|want|return|send|cancel|complain|sue|go elsewhere)\b)(\w+ ?){1,12}$/;

/** Longer ones say more. */
const LONGEST = 80;

/** What kind of small talk this is and nothing else; null where it says more. */
export function readSmallTalk(text: string): SmallTalk | null {
  if (text.length > LONGEST) return null;
  const said = fold(text)
    .replace(/[^\p{L}\d' -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (said === '') return readSigns(text);
  if (WILL_DO.test(said) && !/[?]/.test(text)) return 'heard';
  const kind = SIGNS.find(([, sign]) => sign.test(said))?.[0];
  if (kind) return kind;
  const words = said.split(' ');
  const isShort = words.length <= MOST_THANKS;
  if (THANKS.test(said) && isShort && ELSEWHERE.test(said)) return 'thanks';
  if (THANKS.test(said) && words.every((word) => AROUND_THANKS.has(word) || HEARD.has(word))) return 'thanks';
  return words.length <= MOST_HEARD && words.every((word) => HEARD.has(word)) ? 'heard' : null;
}

/** Nothing but signs: "???", "...", a thumb. */
function readSigns(text: string): SmallTalk | null {
  if (/[?¿]|[😡🤬😠😤👎💢]/u.test(text)) return 'puzzled';
  if (/^[\s.…,!-]+$/.test(text)) return 'thinking';
  if (/[🙏❤💖😘🥰]/u.test(text)) return 'thanks';
  return /\p{Extended_Pictographic}/u.test(text) ? 'heard' : null;
}
