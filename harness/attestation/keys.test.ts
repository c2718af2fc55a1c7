import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { privateKeyFrom, publicKeyFrom, publicKeyOf } from './keys.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
const pub = String(publicKey.export({ type: 'spki', format: 'pem' }));
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;

test('a key comes from the environment, and none of it stands in an error', async () => {
  expect((await privateKeyFrom('env:KEY', { KEY: pem }, '/')).asymmetricKeyType).toBe('ed25519');
  expect((await publicKeyFrom('env:KEY', { KEY: pub }, '/')).type).toBe('public');
  const secret = pem.replace('MC4', 'XXX');
  const error = await privateKeyFrom('env:KEY', { KEY: secret }, '/').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'KEY_UNREADABLE', exitCode: 2 });
  expect(JSON.stringify(error) + String(error)).not.toContain(secret.slice(40, 60));
});

test.each([
  ['a variable that is not set', () => privateKeyFrom('env:GONE', {}, '/'), 'GONE, which is not set'],
  [
    'a file that is not there',
    () => privateKeyFrom('gone.pem', {}, '/nowhere'),
    '/nowhere/gone.pem cannot be read',
  ],
  ['a public key to sign with', () => privateKeyFrom('env:KEY', { KEY: pub }, '/'), 'no key in PEM form'],
  [
    'an RSA key',
    async () => publicKeyOf('theirs', String(rsa.export({ type: 'spki', format: 'pem' }))),
    'type rsa',
  ],
])('%s is refused with exit 2', async (_what, read, words) => {
  const error = await read().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: 'KEY_UNREADABLE',
    exitCode: 2,
    message: expect.stringContaining(words),
  });
});
