// Secrets at rest: each is sealed under a key of its own, and that key under the house's key. The newest house key seals;
// those before it still open, so that the key can be changed while servers run. What is sealed for one field does not open
// for another.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { SupportError } from '../core/errors.ts';
import { Secret } from '../core/secret.ts';

interface Box {
  iv: string;
  tag: string;
  data: string;
}

export interface Sealed {
  v: 1;
  /** Which house key. */
  key: string;
  dek: Box;
  box: Box;
  last4: string;
}

export interface Sealer {
  /** The name of the key that seals now. */
  key(): string;
  seal(field: string, value: string): Sealed;
  /** Throws SupportError `secret.closed` when no key opens it or the box was changed. */
  open(field: string, sealed: Sealed): Secret;
}

interface HouseKey {
  id: string;
  kek: Buffer;
}

/** `keys`: the newest first. Given as a function, they are asked for again whenever they matter: a file may have changed. */
export function createSealer(keys: Secret | (() => Secret[])): Sealer {
  const read = typeof keys === 'function' ? keys : () => [keys];
  const all = () => read().map(houseKeyOf);
  const newest = (): HouseKey => {
    const [first] = all();
    if (!first) throw new SupportError('secret.keyless', 'There is no key for the settings.', { kind: 'permanent' });
    return first;
  };
  return {
    key: () => newest().id,
    seal: (field, value) => {
      const { id, kek } = newest();
      const dek = randomBytes(32);
      return {
        v: 1,
        key: id,
        dek: lock(kek, dek, field),
        box: lock(dek, Buffer.from(value, 'utf8'), field),
        last4: value.length >= 8 ? value.slice(-4) : '',
      };
    },
    open: (field, sealed) => {
      try {
        const known = all().find((one) => one.id === sealed.key);
        if (!known) throw new Error(`sealed under key ${sealed.key}, which is not here`);
        return new Secret(unlock(unlock(known.kek, sealed.dek, field), sealed.box, field).toString('utf8'));
      } catch (cause) {
        throw new SupportError('secret.closed', `${field} cannot be opened with this SETTINGS_KEY`, {
          kind: 'permanent',
          cause,
        });
      }
    },
  };
}

function houseKeyOf(key: Secret): HouseKey {
  const kek = createHash('sha256').update('frontdesk settings key v1').update(key.reveal()).digest();
  return { id: createHash('sha256').update('id').update(kek).digest('hex').slice(0, 12), kek };
}

function lock(key: Buffer, data: Buffer, field: string): Box {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(field, 'utf8'));
  const sealed = Buffer.concat([cipher.update(data), cipher.final()]);
  return { iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64'), data: sealed.toString('base64') };
}

function unlock(key: Buffer, box: Box, field: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(box.iv, 'base64'));
  decipher.setAAD(Buffer.from(field, 'utf8'));
  decipher.setAuthTag(Buffer.from(box.tag, 'base64'));
  return Buffer.concat([decipher.update(Buffer.from(box.data, 'base64')), decipher.final()]);
}
