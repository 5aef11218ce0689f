// Names of the settings' schema as somebody reads them.

/** camelCase as words; names in capitals, such as those of variables, as they are: `refundCap` → `refund cap`. */
export function wordsOf(name: string): string {
  if (/^[A-Z]/.test(name)) return name;
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/ i( |$)/g, ' I$1');
}

/** Begins with a capital, as a line of a table does: `refund cap` → `Refund cap`. */
export const asTitle = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
