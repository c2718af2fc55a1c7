import { randomBytes } from 'node:crypto';
import { createRedactor, type Redactor } from '../../support/redaction/redactor.ts';

/** Makes the credentials of one run and remembers them, so that they can be kept out of every artefact. */
export interface Credentials {
  /** A fresh one: 48 hexadecimal digits. */
  fresh(): string;
  /** Remembers one that came from outside. */
  know(secret: string): string;
  /** All of them, longest first. */
  all(): readonly string[];
  /** The text without any of them, for messages that quote what a service wrote. */
  conceal(text: string): string;
}

/** Starts an empty collection; `redactor` learns all that comes into it. */
export function createCredentials(redactor: Redactor = unshared()): Credentials {
  const known = new Set<string>();
  const know = (secret: string) => {
    if (secret !== '') known.add(secret);
    redactor.learn(secret);
    return secret;
  };
  return {
    know,
    fresh: () => know(randomBytes(24).toString('hex')),
    all: () => [...known].sort((a, b) => b.length - a.length),
    conceal: redactor.text,
  };
}

function unshared(): Redactor {
  return createRedactor({ secrets: [], key: randomBytes(32) });
}
