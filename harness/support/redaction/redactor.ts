import { KnownSecrets } from './known-secrets.ts';
import { marksIn } from './marks.ts';
import { WINDOW_BYTES } from './needles.ts';
import { replaced } from './replace.ts';
import { redactHeaders } from './sensitive-headers.ts';
import { redactValue } from './values.ts';

/**
 * Replaces secrets by keyed fingerprints, whatever form they have that a reader would see or could decode. Equal secrets
 * have equal fingerprints under one key.
 */
export interface Redactor {
  /** From now on this text is a secret wherever it appears, for all branches too. */
  learn(secret: string): void;
  text(text: string): string;
  bytes(bytes: Uint8Array): Buffer;
  headers(headers: Readonly<Record<string, string>>): Record<string, string>;
  /** A copy of a JSON value of any shape; base64 strings under `bodyBase64` are redacted inside. */
  value<T>(value: T): T;
  /** Knows what this one knows, now and later; the tokens that it meets by itself stay its own. */
  branch(): Redactor;
}

/** Makes a redactor that knows `secrets` and fingerprints with `key`; it learns the tokens it meets in JSON. */
export function createRedactor(options: { secrets: Iterable<string>; key: string | Uint8Array }): Redactor {
  const known = new KnownSecrets(options.key);
  for (const secret of options.secrets) known.add(secret);
  return redactorOf(known, (redact) => redact);
}

type Redact = (plain: string) => string;

function redactorOf(
  known: KnownSecrets,
  remembering: (redact: Redact, state: () => number) => Redact,
): Redactor {
  const met = new KnownSecrets(known.key);
  const mark = (secret: string) => known.markOf(secret);
  const bytes = (plain: Uint8Array) => replaced(plain, marksIn(plain, known, met));
  const state = () => known.count + met.count;
  const lookedAt = remembering((plain) => {
    const encoded = Buffer.from(plain);
    const marks = marksIn(encoded, known, met);
    return marks.length === 0 ? plain : replaced(encoded, marks).toString();
  }, state);
  const text = (plain: string) => (Buffer.byteLength(plain) < WINDOW_BYTES ? plain : lookedAt(plain));
  const base64 = remembering((plain) => bytes(Buffer.from(plain, 'base64')).toString('base64'), state);
  return {
    learn: (secret) => known.add(secret),
    ...{ text, bytes },
    headers: (all) => redactHeaders(all, mark, text),
    value: (it) => redactValue(it, { text, base64, mark, marksIn: (plain) => marksIn(plain, known, met) }),
    branch: () => redactorOf(known, remembered),
  };
}

/**
 * What was redacted once is not looked at again until more secrets are known here: a body or a header stands in
 * several records.
 */
function remembered(redact: Redact, state: () => number): Redact {
  const done = new Map<string, string>();
  let since = state();
  return (plain) => {
    const found = since === state() ? done.get(plain) : done.clear();
    const redacted = found ?? redact(plain);
    since = state();
    done.set(plain, redacted);
    return redacted;
  };
}
