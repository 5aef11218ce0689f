// Codes of a promotion: "SAVE20", "my code SUMMER10 doesn't work". Nothing here knows them; what is one, and what is said of
// it. Pure.

/** A number of ours, a device or a size is no promotion. */
const OURS = /^(ORD|PAY|REF|INV|BUG|KB|ESC|CUS|RET|EXC|DSP|GIFT|SKU|USB|IOS|MP|HDMI|COVID|WIN|ANDROID|IPHONE)-?\d/i;
const CODE = /(?<![\w-])([A-Z]{3,14}-?[A-Z]{0,8}\d{1,4})(?![\w-])/;
/** Written small, only what promotions are called. */
const SMALL =
  /(?<![\w-])((?:save|sale|summer|winter|spring|autumn|welcome|hello|first|promo|deal|off|black ?friday|xmas|student|vip|free ?ship(?:ping)?|discount|coupon|friend)[a-z]{0,8}\d{1,4})(?![\w-])/i;
const WORD =
  /\b((promo(tion(al)?)?|coupon|discount|voucher|referral|offer) ?-?codes?|coupons?|promos?|codigos? (promocional(es)?|de descuento|de promocion)|cup[oó]n(es)?|c[oó]digos? (promocional(es)?|de descuento|de promoci[oó]n)|codes? (promo\w*|de r[eé]duction|avantage)|bons? de r[eé]duction|(rabatt|gutschein|aktions|promo)-?codes?)\b/iu;
/** "My code", where a code stands beside it. */
const MY_CODE = /\b(codes?|c[oó]digos?)\b/iu;

/** The code that is named; null where none is. */
export function readPromoCode(text: string): string | null {
  const code = CODE.exec(text)?.[1] ?? SMALL.exec(text)?.[1];
  return code && !OURS.test(code) ? code.toUpperCase() : null;
}

/** Speaks of a promotion's code, or is nothing but one. */
export function isAboutPromo(text: string): boolean {
  if (WORD.test(text)) return true;
  const code = readPromoCode(text);
  if (!code) return false;
  const rest = text
    .toUpperCase()
    .replace(code, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return rest === '' || MY_CODE.test(text);
}
