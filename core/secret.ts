// A value that must not be seen: printing, logging or serialising it shows `[secret]`; comparing takes constant time.
import { createHash, timingSafeEqual } from 'node:crypto';
import { inspect } from 'node:util';

export class Secret {
  readonly #value: string;

  constructor(value: string) {
    if (value.length === 0) throw new TypeError('a secret cannot be empty');
    this.#value = value;
  }

  /** The value itself; call it only where it is handed to the thing that needs it. */
  reveal(): string {
    return this.#value;
  }

  /** Constant-time comparison, whatever the lengths. */
  equals(other: string): boolean {
    const digest = (text: string) => createHash('sha256').update(text).digest();
    return timingSafeEqual(digest(this.#value), digest(other));
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}
