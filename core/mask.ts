// Takes secrets out of a customer's text at the door, before it is stored anywhere: card numbers, passwords and security
// codes. What is masked here never reaches the lane, the disk, a model, a log or the desk.

/** 13 to 19 digits that may be parted by single blanks, dots or dashes, and that stand alone. */
const CARD_LIKE = /(?<![\p{L}\d])\d(?:[ .-]?\d){12,18}(?![\p{L}\d])/gu;
/** Issuer prefixes with the lengths they come in; a parcel number that only happens to pass the check digit is left alone. */
const ISSUERS: [RegExp, number[]][] = [
  [/^4/, [13, 16, 19]],
  [/^(5[1-5]|2[2-7])/, [16]],
  [/^3[47]/, [15]],
  [/^(6011|64[4-9]|65)/, [16, 17, 18, 19]],
  [/^35/, [16, 17, 18, 19]],
  [/^3(0[0-5]|[689])/, [14]],
  [/^(62|50|5[6-9]|6[37])/, [13, 14, 15, 16, 17, 18, 19]],
];

const SECRETS: [RegExp, string][] = [
  [
    /(\b(?:my |the )?(?:password|passwort|passcode|contrase[ñn]a|mot de passe|pwd|pin)\b(?:\s+(?:is|was|ist|es|est)\b|\s*[:=]))\s*("[^"\n]{1,80}"|'[^'\n]{1,80}'|\S{1,80})/giu,
    '$1 [hidden]',
  ],
  [
    /(\b(?:cvv2?|cvc2?|cid|security code|card code)\b(?:\s+(?:is|ist|es|est)\b|\s*[:=])?)\s*(\d{3,4})\b/giu,
    '$1 [hidden]',
  ],
  [
    /(\b(?:one[- ]time (?:code|password)|otp|verification code|2fa code|login code)\b(?:\s+(?:is|was)\b|\s*[:=])?)\s*(\d[\d -]{2,8}\d)\b/giu,
    '$1 [hidden]',
  ],
];

/** The text without card numbers (the last four digits stay, so that the customer can be understood), passwords and codes. */
export function maskSecrets(text: string): string {
  let masked = text.replace(CARD_LIKE, (found) => {
    const digits = found.replace(/\D/g, '');
    return isCard(digits) ? `[card ending ${digits.slice(-4)}]` : found;
  });
  for (const [secret, replacement] of SECRETS) masked = masked.replace(secret, replacement);
  return masked;
}

function isCard(digits: string): boolean {
  const isIssued = ISSUERS.some(([prefix, lengths]) => prefix.test(digits) && lengths.includes(digits.length));
  return isIssued && passesLuhn(digits);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (const [at, digit] of [...digits].reverse().entries()) {
    const doubled = at % 2 === 1 ? Number(digit) * 2 : Number(digit);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
