import { randomBytes } from 'node:crypto';

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

/** Shorter ones are left alone: they would match everywhere. */
const CONCEALED_CHARS = 6;

/** Starts an empty collection. */
export function createCredentials(): Credentials {
  const known = new Set<string>();
  const know = (secret: string) => {
    if (secret !== '') known.add(secret);
    return secret;
  };
  const all = () => [...known].sort((a, b) => b.length - a.length);
  return {
    know,
    fresh: () => know(randomBytes(24).toString('hex')),
    all,
    conceal: (text) => all().reduce(withoutSecret, text),
  };
}

/** As it is, and as it stands in a URL. */
function withoutSecret(text: string, secret: string): string {
  if (secret.length < CONCEALED_CHARS) return text;
  return text.replaceAll(secret, '[redacted]').replaceAll(encodeURIComponent(secret), '[redacted]');
}
