// Which files travel with a text message, and which as a link in its words: pictures that phones show go along, whatever else
// a network of phones would refuse or lose does not.
import type { Attachment } from '../../models/activity.ts';

/** Twilio's own limits: ten pictures of 5 MB together by MMS, one file of 16 MB by WhatsApp. */
const MMS = { types: /^image\/(jpeg|png|gif)$/, most: 10, bytes: 5 * 1024 * 1024 };
const WHATSAPP = {
  types: /^(image\/(jpeg|png)|application\/pdf|audio\/(ogg|mpeg|amr|mp4)|video\/mp4)$/,
  most: 1,
  bytes: 16 * 1024 * 1024,
};

export interface SortedFiles {
  along: Attachment[];
  asLinks: Attachment[];
}

export function sortFiles(files: readonly Attachment[], isWhatsApp: boolean): SortedFiles {
  const { types, most, bytes } = isWhatsApp ? WHATSAPP : MMS;
  const sorted: SortedFiles = { along: [], asLinks: [] };
  let left = bytes;
  for (const file of files) {
    const goesAlong = types.test(file.type) && sorted.along.length < most && file.bytes <= left;
    if (goesAlong) left -= file.bytes;
    (goesAlong ? sorted.along : sorted.asLinks).push(file);
  }
  return sorted;
}
