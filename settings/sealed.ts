// Secrets at rest: each is sealed under a key of its own, and that key under the house's key. Changing the house's key
// means sealing the small keys again, never the secrets. What is sealed for one field does not open for another.
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
  seal(field: string, value: string): Sealed;
  /** Throws SupportError `secret.closed` when the key is another one or the box was changed. */
  open(field: string, sealed: Sealed): Secret;
  /** The same secret under this sealer's key. */
  reseal(field: string, sealed: Sealed, former: Sealer): Sealed;
}

export function createSealer(houseKey: Secret): Sealer {
  const kek = createHash('sha256').update('frontdesk settings key v1').update(houseKey.reveal()).digest();
  const key = createHash('sha256').update('id').update(kek).digest('hex').slice(0, 12);

  const seal = (field: string, value: string): Sealed => {
    const dek = randomBytes(32);
    return {
      v: 1,
      key,
      dek: lock(kek, dek, field),
      box: lock(dek, Buffer.from(value, 'utf8'), field),
      last4: value.length >= 8 ? value.slice(-4) : '',
    };
  };
  const open = (field: string, sealed: Sealed): Secret => {
    try {
      return new Secret(unlock(unlock(kek, sealed.dek, field), sealed.box, field).toString('utf8'));
    } catch (cause) {
      throw new SupportError('secret.closed', `${field} cannot be opened with this SETTINGS_KEY`, {
        kind: 'permanent',
        cause,
      });
    }
  };
  return { seal, open, reseal: (field, sealed, former) => seal(field, former.open(field, sealed).reveal()) };
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
