// What an operation of a shop's own system is: what it takes, in the order of the port's parameters, and what it gives. The
// client, the reference server and the OpenAPI document are all made of these.
import { z } from 'zod';

/** The last parameter of a write: it travels as the header `Idempotency-Key`, never in the body. */
export const KEY = 'key';

export interface Operation {
  /** By the names of the port's parameters, in their order. */
  takes: Record<string, z.ZodType>;
  gives: z.ZodType;
  /** One sentence for whoever builds it. */
  says: string;
}

type AnyCall = (...values: never[]) => Promise<unknown>;

/** One operation for each call of a port, whose answer has the port's own type. */
export type Operations<Port> = {
  [Call in keyof Port]: Port[Call] extends AnyCall
    ? Omit<Operation, 'gives'> & { gives: z.ZodType<Awaited<ReturnType<Port[Call]>>> }
    : never;
};

/** A moment as ISO 8601 with its offset; a Date inside. */
export const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
export const id = z.string().min(1).max(200);
export const text = z.string().max(20_000);
export const money = z.number().finite();
export const cents = z.number().int();
export const count = z.number().int().min(0);
export const currency = z.string().length(3);
export const key = z.string().min(1).max(200);
export const nothing = z.null().transform((): void => undefined);

export const outcome = z.union([
  z.object({ done: z.literal(true), reference: z.string() }),
  z.object({ done: z.literal(false) }),
]);

/** `findOrder` of the port `shop` is `POST …/shop/find-order`. */
export function pathOf(port: string, call: string): string {
  return `${port}/${call.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
