// The types of build-pages.mjs, for the tests.
export const PAGES: { name: string; config: string; made: string }[];
export function buildPages(options?: { force?: boolean; say?: (line: string) => void }): Promise<'built' | 'fresh'>;
