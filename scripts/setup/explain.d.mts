// The types of explain.mjs, for the tests.
export class SetupFailure extends Error {}
export function findRemedy(text: string, doing: string): string | undefined;
export function explain(error: unknown): string;
