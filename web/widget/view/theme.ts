// Colours that follow the shop's accent while staying readable: whatever colour a shop picks, text on it and text in it
// keep a contrast of at least 4.5 to 1 (WCAG AA).

const DEFAULT_ACCENT = '#b8431f';
const WHITE: Rgb = [255, 255, 255];
const INK: Rgb = [26, 15, 9];
/** The lightest and the darkest ground that accent-coloured text stands on. */
const LIGHT_GROUND: Rgb = [243, 234, 222];
const DARK_GROUND: Rgb = [52, 43, 37];
const AA = 4.5;

type Rgb = [number, number, number];

/** Custom properties for a theme. An accent that is not a hex colour falls back to ours. */
export function accentProperties(accent: string | undefined, dark: boolean): Record<string, string> {
  const base = parseHex(accent ?? '') ?? (parseHex(DEFAULT_ACCENT) as Rgb);
  const onAccent = contrast(base, WHITE) >= AA ? WHITE : INK;
  const fill = onAccent === WHITE ? base : readable(base, INK, WHITE);
  const text = dark ? readable(base, DARK_GROUND, WHITE) : readable(base, LIGHT_GROUND, INK);
  return { '--accent': css(fill), '--on-accent': css(onAccent), '--accent-text': css(text) };
}

/** The colour, mixed towards `towards` until it can be read on `ground`. */
function readable(colour: Rgb, ground: Rgb, towards: Rgb): Rgb {
  for (let part = 0; part <= 1; part += 0.05) {
    const mixed = colour.map((value, index) => Math.round(value + ((towards[index] ?? 0) - value) * part)) as Rgb;
    if (contrast(mixed, ground) >= AA) return mixed;
  }
  return towards;
}

function contrast(one: Rgb, other: Rgb): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function parseHex(text: string): Rgb | undefined {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (!hex) return undefined;
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as Rgb;
}

function css(colour: Rgb): string {
  return `rgb(${colour.join(' ')})`;
}
