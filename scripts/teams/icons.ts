// The two icons that Teams wants, drawn here so that no picture has to be kept: a speech bubble, 192 pixels in colour and 32 as
// a white outline on nothing.
import { crc32, deflateSync } from 'node:zlib';

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

const ACCENT: Pixel = [79, 70, 229, 255];
const WHITE: Pixel = [255, 255, 255, 255];
const NOTHING: Pixel = [255, 255, 255, 0];

export function drawColorIcon(): Buffer {
  return png(192, (x, y) => (inBubble(x / 192, y / 192, 0) && !inDots(x / 192, y / 192) ? WHITE : ACCENT));
}

export function drawOutlineIcon(): Buffer {
  return png(32, (x, y) => {
    const [right, down] = [(x + 0.5) / 32, (y + 0.5) / 32];
    return inBubble(right, down, -0.09) && !inBubble(right, down, -0.01) ? WHITE : NOTHING;
  });
}

/** A rounded box with a tail, in a square of side 1; `inset` makes it smaller, or larger when negative. */
function inBubble(x: number, y: number, inset: number): boolean {
  const [left, top, right, bottom, round] = [0.22 + inset, 0.25 + inset, 0.78 - inset, 0.64 - inset, 0.12];
  const away = Math.hypot(
    Math.max(left + round - x, 0, x - (right - round)),
    Math.max(top + round - y, 0, y - (bottom - round)),
  );
  const inTail =
    y >= bottom - 0.02 && y <= 0.79 - inset * 1.5 && x >= 0.32 + inset && x - 0.32 <= (0.79 - inset - y) * 1.1;
  return away <= round || inTail;
}

function inDots(x: number, y: number): boolean {
  return [0.37, 0.5, 0.63].some((at) => Math.hypot(x - at, y - 0.445) < 0.038);
}

/** An RGBA picture of `side` × `side`. */
function png(side: number, paint: (x: number, y: number) => Pixel): Buffer {
  const rows = Buffer.alloc(side * (side * 4 + 1));
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) rows.set(paint(x, y), y * (side * 4 + 1) + 1 + x * 4);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
