import { createHmac } from 'node:crypto';
import { formsOf } from './secret-forms.ts';

/** Replaces secrets by keyed fingerprints; equal secrets have equal fingerprints within one run. */
export interface Redactor {
  /** From now on this text is a secret wherever it appears. */
  learn(secret: string): void;
  text(text: string): string;
  bytes(bytes: Uint8Array): Buffer;
  headers(headers: Readonly<Record<string, string>>): Record<string, string>;
  /** A JSON value of any shape; base64 strings under `bodyBase64` are redacted inside. */
  value<T>(value: T): T;
}

/** Header names whose values never reach a file. */
const SENSITIVE_HEADER =
  /^(authorization|proxy-authorization|cookie|set-cookie|x-api-key|x-molecule-.*(token|secret)|.*-(token|secret))$/i;

/** JSON members whose string values are secrets, known or not. */
const SENSITIVE_MEMBER =
  /"(auth_token|platform_inbound_secret|admin_token|access_token|refresh_token|bearer|password|client_secret|controlToken|adminToken)"(\s*:\s*)"((?:[^"\\]|\\.){1,4096})"/g;

const MARK = 'redacted:';

/** Makes a redactor that knows `secrets` and fingerprints with `key`; it learns the tokens it meets in JSON. */
export function createRedactor(options: { secrets: Iterable<string>; key: string | Uint8Array }): Redactor {
  const replacements = new Map<string, string>();
  const mark = (secret: string) =>
    secret.startsWith(MARK)
      ? secret
      : MARK + createHmac('sha256', options.key).update(secret).digest('hex').slice(0, 12);
  const learn = (secret: string) => {
    if (secret.startsWith(MARK)) return;
    for (const form of formsOf(secret)) replacements.set(latin1(form), mark(secret));
  };
  const redact = (binary: string) => replaceKnown(replaceMembers(binary, mark, learn), replacements);
  for (const secret of options.secrets) learn(secret);
  const text = (plain: string) => {
    const redacted = redact(latin1(plain));
    return redacted === latin1(plain) ? plain : Buffer.from(redacted, 'latin1').toString('utf8');
  };
  const bytes = (plain: Uint8Array) => Buffer.from(redact(Buffer.from(plain).toString('latin1')), 'latin1');
  return {
    learn,
    text,
    bytes,
    headers: (all) => redactHeaders(all, mark, text),
    value: (it) => redactValue(it, text, bytes),
  };
}

/** UTF-8 bytes one character each, so that text and arbitrary bytes are searched alike and never damaged. */
function latin1(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

function replaceMembers(
  binary: string,
  mark: (secret: string) => string,
  learn: (secret: string) => void,
): string {
  return binary.replace(SENSITIVE_MEMBER, (_whole, name: string, colon: string, raw: string) => {
    const secret = unescaped(Buffer.from(raw, 'latin1').toString('utf8'));
    learn(secret);
    return `"${name}"${colon}"${mark(secret)}"`;
  });
}

function unescaped(raw: string): string {
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}

function replaceKnown(binary: string, replacements: ReadonlyMap<string, string>): string {
  let redacted = binary;
  for (const [form, mark] of replacements) {
    if (redacted.includes(form)) redacted = redacted.replaceAll(form, () => mark);
  }
  return redacted;
}

function redactHeaders(
  headers: Readonly<Record<string, string>>,
  mark: (secret: string) => string,
  text: (plain: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      if (!SENSITIVE_HEADER.test(name)) return [name, text(value)];
      const [, scheme = '', secret = value] = /^(Bearer |Basic )?(.*)$/s.exec(value) ?? [];
      return [name, scheme + mark(secret)];
    }),
  );
}

function redactValue<T>(value: T, text: (plain: string) => string, bytes: (plain: Uint8Array) => Buffer): T {
  const json = JSON.stringify(value, (key, member: unknown) => {
    if (key !== 'bodyBase64' || typeof member !== 'string') return member;
    return bytes(Buffer.from(member, 'base64')).toString('base64');
  });
  return json === undefined ? value : (JSON.parse(text(json)) as T);
}
