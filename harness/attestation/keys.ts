import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AssayError } from '../support/errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads a private key for signing: the path of a PEM file, or `env:NAME` of a variable that holds the PEM. */
export async function privateKeyFrom(from: string, env: Environment, directory: string): Promise<KeyObject> {
  return checked(from, createPrivateKey, await pemFrom(from, env, directory));
}

/** Reads a public key, named in the same way. */
export async function publicKeyFrom(from: string, env: Environment, directory: string): Promise<KeyObject> {
  return publicKeyOf(from, await pemFrom(from, env, directory));
}

/** The public key that a PEM holds; `from` says whose it is. */
export function publicKeyOf(from: string, pem: string): KeyObject {
  return checked(from, createPublicKey, pem);
}

async function pemFrom(from: string, env: Environment, directory: string): Promise<string> {
  const [, name] = /^env:(.+)$/.exec(from) ?? [];
  if (name !== undefined) {
    const pem = env[name];
    if (pem) return pem;
    throw unreadable(`The key is to come from the environment variable ${name}, which is not set.`);
  }
  const file = resolve(directory, from);
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw unreadable(`The key ${file} cannot be read.`, cause);
  }
}

const KINDS: readonly (string | undefined)[] = ['ed25519', 'ec'];

function checked(from: string, read: (pem: string) => KeyObject, pem: string): KeyObject {
  const key = attempt(from, read, pem);
  if (KINDS.includes(key.asymmetricKeyType)) return key;
  throw unreadable(`${from} is a key of type ${key.asymmetricKeyType}; Ed25519 and ECDSA are understood.`);
}

function attempt(from: string, read: (pem: string) => KeyObject, pem: string): KeyObject {
  try {
    return read(pem);
  } catch (cause) {
    throw unreadable(`${from} is no key in PEM form that can be used without a password.`, cause);
  }
}

function unreadable(message: string, cause?: unknown): AssayError {
  return new AssayError({
    code: 'KEY_UNREADABLE',
    message,
    fix: 'Make one: openssl genpkey -algorithm ed25519 -out key.pem; openssl pkey -in key.pem -pubout -out key.pub',
    ...(cause === undefined ? {} : { cause }),
  });
}
