// The types of packages.mjs, for the tests.
export function isInstalled(root: string): boolean;
export function installPackages(root: string, readFreeBytes?: (folder: string) => number): Promise<void>;
export function findNode(root: string): string;
