import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { seam } from '../../seam.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;
/** The first byte of a stored secret says how it was written. */
const PLAIN = 0;
const AES_256_GCM = 1;

/** The key that SECRETS_ENCRYPTION_KEY stands for; undefined when there is none, and secrets are kept as they are. */
export function cipherKey(text: string): Buffer | undefined {
  return text === '' ? undefined : createHash('sha256').update(text).digest();
}

/** A secret as it is stored: AES-256-GCM under the platform's key. */
export const seal = seam('platform.sealSecret', encrypt);

function encrypt(key: Buffer | undefined, value: string): Buffer {
  if (!key) return Buffer.concat([Buffer.of(PLAIN), Buffer.from(value)]);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const text = Buffer.concat([cipher.update(value), cipher.final()]);
  return Buffer.concat([Buffer.of(AES_256_GCM), iv, cipher.getAuthTag(), text]);
}

/** The secret in stored bytes; throws when they were written under another key, or by nobody. */
export function unseal(key: Buffer | undefined, sealed: Buffer): string {
  const [form] = sealed;
  const rest = sealed.subarray(1);
  if (form === PLAIN) return rest.toString();
  if (form !== AES_256_GCM || !key) throw new Error('a secret of a form or a key that is not known');
  const decipher = createDecipheriv('aes-256-gcm', key, rest.subarray(0, IV_BYTES));
  decipher.setAuthTag(rest.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(rest.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString();
}
