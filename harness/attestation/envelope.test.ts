import { createPrivateKey, generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isEnvelope, isSignedBy, payloadOf, seal } from './envelope.ts';

const KEYS = {
  Ed25519: generateKeyPairSync('ed25519'),
  'ECDSA P-256': generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'ECDSA P-384': generateKeyPairSync('ec', { namedCurve: 'P-384' }),
};
const statement = { _type: 'x', text: 'ünïcode' };

describe.each(Object.entries(KEYS))('with %s', (_name, { privateKey, publicKey }) => {
  const envelope = seal(statement, privateKey);

  test('what was signed is read back, and was signed by that key alone', () => {
    expect(isEnvelope(envelope)).toBe(true);
    expect(payloadOf(envelope)).toEqual(statement);
    expect(isSignedBy(envelope, publicKey)).toBe(true);
    const others = Object.values(KEYS).filter((each) => each.publicKey !== publicKey);
    for (const other of others) expect(isSignedBy(envelope, other.publicKey)).toBe(false);
  });

  test.each([
    ['payload', { payload: Buffer.from('{}').toString('base64') }],
    ['type', { payloadType: 'application/vnd.in-toto+xml' }],
    ['signature', { signatures: [{ sig: Buffer.alloc(64).toString('base64') }] }],
    ['absence of signatures', { signatures: [] }],
  ])('another %s is not signed', (_what, over) => {
    expect(isSignedBy({ ...envelope, ...over }, publicKey)).toBe(false);
  });
});

test('what is signed is the pre-authenticated encoding that DSSE prescribes', () => {
  const { privateKey, publicKey } = KEYS['ECDSA P-256'];
  const envelope = seal({}, createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' })));
  const own = Buffer.from(`DSSEv1 28 application/vnd.in-toto+json 2 {}`);
  const [first] = envelope.signatures;
  expect(verify('sha256', own, publicKey, Buffer.from(first?.sig ?? '', 'base64'))).toBe(true);
});
