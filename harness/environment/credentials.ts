import { randomBytes } from 'node:crypto';

/** Makes the credentials of one run and remembers them, so that they can be kept out of every artefact. */
export interface Credentials {
  /** A fresh one: 48 hexadecimal digits. */
  fresh(): string;
  /** Remembers one that came from outside. */
  know(secret: string): string;
  /** All of them, longest first. */
  all(): readonly string[];
}

/** Starts an empty collection. */
export function createCredentials(): Credentials {
  const known = new Set<string>();
  const know = (secret: string) => {
    if (secret !== '') known.add(secret);
    return secret;
  };
  return {
    know,
    fresh: () => know(randomBytes(24).toString('hex')),
    all: () => [...known].sort((a, b) => b.length - a.length),
  };
}
