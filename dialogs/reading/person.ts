// "A person please" in the words of many languages, besides those that the classifier knows: who wants a person gets one,
// whatever else is not understood. Pure; patterns read folded text.
import { fold } from '../../core/fold.ts';

/** By language; those that we speak first. Any of them counts: short texts have no sure language. */
const SIGNS: Record<string, RegExp> = {
  en: /\b(let (a|the|your|some) (real )?(person|colleague|human|agent)\b|let (someone|somebody) (look|see|check|have)|(the|a|your) colleagues? (for|about|with) .{2,30} (please|pls|now)|(please )?(get|have|let|ask) (someone|somebody|a (person|colleague|human)) to (look|check|see|do|change|sort|handle|deal|take care|decide|fix)\b(?! (?:me |it )?up\b)|\b(a|the|that|your) (person|colleague|human|somebody|someone) (like |as |that |whom? )?(you|u) (just |have |had )?(offered|promised|mentioned|proposed|suggested)\b|(bring|get|send|fetch|call|involve)( in)?( me| us)? (a|an|one|your|the|another|some) (real )?(colleague|person|human|agent)|^\W*(yes|ok(ay)?|please|then)\W+(please )?(get|call|bring in) (someone|somebody)|(ask|tell|get|have) (a|an|your|the|some) (colleague|human|person)s? to\b|(please )?have (someone|somebody|a colleague|a person) (look|check|see)\b|who (can|could|do|should) (i|we) (talk|speak) to|(could|can|would) (someone|somebody|anyone|a colleague) (please )?(call|ring|phone|contact)( me| us)?|(call|ring|phone) me( back)?( please)?$|please (call|ring|phone) me|(someone|somebody|anyone) to (call|ring|phone|help) me|(a )?(real )?(human|person|agent|operator|representative|colleague),? (please|pls|plz|now)|real (human|person) now)\b/,
  es: /\b(hablar con (una|alguna|otra) persona|hablar con alguien|con un (humano|agente|asesor|operador|encargado)|una persona( real)?( por favor)?$|un (humano|agente|asesor|operador)( por favor)?$|persona real|atencion humana|que me llam(e|en)|me (puede|pueden) llamar)\b/,
  fr: /\b(parler [aà] (une|un|quelqu'un)|parler avec (une|un|quelqu'un)|une vraie personne|une personne( s'il (vous|te) plait)?$|un (conseiller|humain|agent|operateur|responsable)( s'il (vous|te) plait)?$|joindre (un|quelqu'un)|rappele[zr](-moi)?|m'appeler)\b/,
  de: /\b(mit (einem|einer|jemandem|nem|'nem)\b.{0,25}\b(mitarbeiter(in)?|person|menschen?|kollegen|berater(in)?|sprechen|reden)|mit jemandem (sprechen|reden)|einen? (echten? |richtigen? )?(menschen?|mitarbeiter(in)?|berater(in)?|person)( bitte)?$|echten? menschen?|ruf(en|t)? (sie )?mich (bitte )?(an|zuruck)|kann mich (bitte )?jemand anrufen)\b/,
  it: /\b(parlare con (una|un|qualcuno)|una persona( per favore)?$|un (operatore|umano)( per favore)?$|persona reale)\b/,
  pt: /\b(falar com (uma|um|alguem)|uma pessoa( por favor)?$|um (humano|atendente|agente)( por favor)?$|pessoa real|atendente)\b/,
  nl: /\b(met (een|iemand)\b.{0,25}\b(medewerker|mens|persoon|iemand|collega|spreken|praten)|een (echt mens|echte persoon|medewerker)( alstublieft)?)\b/,
  pl: /(rozmawiac|porozmawiac|polaczyc)\b.{0,20}(cz[lł]owiekiem|konsultantem|osoba|kims|pracownikiem)|zywym cz[lł]owiekiem|konsultanta/,
  sv: /\b(prata|tala) med (en|nagon)\b.{0,20}|en riktig (manniska|person)\b/,
  da: /\b(tale|snakke) med (et|en|nogen)\b.{0,20}|et rigtigt menneske\b/,
  cs: /\b(mluvit|hovorit|spojit)\b.{0,15}(clovekem|operatorem|nekym|pracovnikem)/,
  tr: /(insanla|temsilci(yle)?|yetkili(yle)?|biriyle|musteri hizmetleri)\b.{0,20}(konus|gorus|bagla)/,
  ru: /(поговорить|говорить|связаться|соединит\S*|общаться).{0,20}(человек|оператор|кем|сотрудник|менеджер)|позовите (оператора|человека)|живо(й|го|му) человек/,
  uk: /(поговорити|говорити|звязатися|зв'язатися|з'єднайте).{0,20}(людиною|оператором|кимось|працівником)|жива людина/,
  ar: /(التحدث|اتحدث|اتكلم|أتحدث|أتكلم|التكلم).{0,15}(شخص|موظف|انسان|إنسان|احد|أحد)|موظف/,
  hi: /(इंसान|व्यक्ति|किसी|आदमी|एजेंट|प्रतिनिधि).{0,12}(बात|बोल)/,
  zh: /人工|真人|客服人员|转人工|和人(说话|聊|谈)|找人/,
  ja: /(人|担当者|オペレーター|係の人|人間|スタッフ)と?.{0,4}(話|つない|代わ|対応)|担当者|オペレーター/,
  ko: /(사람|상담원|직원|담당자).{0,6}(얘기|이야기|연결|통화|대화|말)|상담원/,
};

const ALL = Object.values(SIGNS);

export function wantsPerson(text: string): boolean {
  const said = fold(text)
    .replace(/[.!?¡¿。！？]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // Folding takes Cyrillic and Hangul apart; what is not Latin is read as it stands, too.
  const asIs = text.toLowerCase();
  return ALL.some((sign) => sign.test(said) || sign.test(asIs));
}
