import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

/** A DSSE envelope, as cosign and in-toto write it. */
export interface Envelope {
  readonly payloadType: string;
  /** Base64. */
  readonly payload: string;
  readonly signatures: readonly { readonly keyid?: string; readonly sig: string }[];
}

/** Puts a statement into an envelope, signed with a private key (Ed25519 or ECDSA). */
export function seal(statement: object, key: KeyObject): Envelope {
  const body = Buffer.from(JSON.stringify(statement));
  const sig = sign(digestFor(key), preAuthenticated(PAYLOAD_TYPE, body), key).toString('base64');
  return {
    payloadType: PAYLOAD_TYPE,
    payload: body.toString('base64'),
    signatures: [{ keyid: keyIdOf(createPublicKey(key)), sig }],
  };
}

/** Whether one of its signatures was made with the private half of this key. The key id is a hint, and decides nothing. */
export function isSignedBy({ payloadType, payload, signatures }: Envelope, key: KeyObject): boolean {
  const signed = preAuthenticated(payloadType, Buffer.from(payload, 'base64'));
  return signatures.some(({ sig }) => verify(digestFor(key), signed, key, Buffer.from(sig, 'base64')));
}

/** The statement inside; nothing where the payload is none. */
export function payloadOf({ payloadType, payload }: Envelope): unknown {
  if (payloadType !== PAYLOAD_TYPE) return undefined;
  try {
    return JSON.parse(Buffer.from(payload, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** SHA-256 of a public key in its own form (SPKI), in hex. */
export function keyIdOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/** Whether a parsed line is an envelope. */
export function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null) return false;
  const { payloadType, payload, signatures } = value as Partial<Envelope>;
  const areSignatures =
    Array.isArray(signatures) && signatures.every((each) => typeof each?.sig === 'string');
  return typeof payloadType === 'string' && typeof payload === 'string' && areSignatures;
}

/** Ed25519 brings its own digest. */
function digestFor({ asymmetricKeyType }: KeyObject): 'sha256' | null {
  return asymmetricKeyType === 'ed25519' ? null : 'sha256';
}

/** What DSSE signs: type and body, each with its length, so that neither can be read as the other. */
function preAuthenticated(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${body.length} `), body]);
}
