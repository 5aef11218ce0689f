// The types of lock.mjs, for the tests.
export function readStartTime(pid: number): string | undefined;
