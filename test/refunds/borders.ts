// The borders between the steps of a refund: before and after each call of a backend. Something can be made to happen there,
// such as the end of the process.
import type { Backends } from '../../tools/index.ts';

/** The same backends; `border` is waited for at each border. */
export function withBorders(backends: Backends, border: () => void | Promise<void>): Backends {
  const wrap = <T extends object>(target: T): T =>
    new Proxy(target, {
      get:
        (_target, name) =>
        async (...args: unknown[]) => {
          await border();
          const said: unknown = await (target as Record<string | symbol, (...given: unknown[]) => unknown>)[name]!(
            ...args,
          );
          await border();
          return said;
        },
    });
  return {
    ...backends,
    billing: wrap(backends.billing),
    payments: wrap(backends.payments),
    shop: wrap(backends.shop),
  };
}
