import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';

/** NIST SP 800-38D recommends 96 random bits for GCM. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** A key for secrets at rest, and the name by which sealed texts remember which one they need. */
export interface SealingKey {
  /** Letters and digits. */
  readonly id: string;
  /** 256 random bits. */
  readonly key: Uint8Array;
}

/** Seals texts so that a copy of the database tells nothing without the key. */
export interface Seal {
  /** @param owner whose text it is: opened for anybody else, it does not open */
  seal(text: string, owner: string): string;
  /** @returns undefined if it was sealed for another owner, with a key that is gone, or has been altered */
  open(sealed: string, owner: string): string | undefined;
}

/**
 * AES-256-GCM with the owner's id as associated data. Texts are sealed with the first key and opened with whichever they
 * were sealed with, so a key is rotated by putting a new one in front.
 * @throws RangeError if there is no key, or one is not 256 bits long
 */
export function sealWith(keys: readonly SealingKey[]): Seal {
  const [current] = keys;
  if (!current) throw new RangeError('no key to seal with');
  for (const { id, key } of keys)
    if (key.length !== KEY_BYTES) throw new RangeError(`key ${id} is not ${8 * KEY_BYTES} bits long`);
  const byId = new Map(keys.map(({ id, key }) => [id, key]));
  return {
    seal: (text, owner) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, current.key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(owner));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [
        current.id,
        ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64url')),
      ].join('.');
    },
    open: (sealed, owner) => {
      const [id = '', ...parts] = sealed.split('.');
      const key = byId.get(id);
      const [nonce, tag, body] = parts.map((part) => Buffer.from(part, 'base64url'));
      if (!key || !nonce || !body || nonce.length !== NONCE_BYTES || tag?.length !== TAG_BYTES)
        return undefined;
      try {
        const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
        decipher.setAAD(Buffer.from(owner));
        decipher.setAuthTag(tag);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
