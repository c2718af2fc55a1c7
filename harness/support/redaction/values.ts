import { isCredentialMember } from './credential-places.ts';

/** By what a JSON value is redacted. */
export interface Means {
  text(plain: string): string;
  /** The same of a text that may come again. */
  longText(plain: string): string;
  /** Bytes in base64. */
  base64(plain: string): string;
  mark(secret: string): string;
}

/** From so many characters on a text is looked at by itself: bodies stand in more than one value. */
const LONG_CHARS = 256;

/** A copy of a JSON value, member by member redacted where anything is to be: its names, texts and numbers. */
export function redactValue<T>(value: T, means: Means): T {
  const done = new Set<string>();
  const json = JSON.stringify(value, (name, member: unknown) => {
    if (typeof member !== 'string' || (member.length < LONG_CHARS && name !== 'bodyBase64')) return member;
    const redacted = redactText(name, member, means);
    done.add(redacted);
    return redacted;
  });
  return json === undefined ? value : redactMember('', JSON.parse(json), means, done);
}

function redactText(name: string, plain: string, { longText, base64, mark }: Means): string {
  if (name === 'bodyBase64') return base64(plain);
  return isCredentialMember(name) ? mark(plain) : longText(plain);
}

type Done = ReadonlySet<string>;

/** Goes into a member only when there is something in it to redact. */
function redactMember<T>(name: string, value: T, means: Means, done: Done): T;
function redactMember(name: string, value: unknown, means: Means, done: Done): unknown {
  if (isClean({ [means.text(name)]: value }, means, done)) return value;
  if (Array.isArray(value)) return value.map((each) => redactMember('', each, means, done));
  if (typeof value !== 'object' || value === null) return redactScalar(value, means);
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [means.text(key), redactMember(key, member, means, done)]),
  );
}

/** What is clean in itself is a credential by where it stands. */
function redactScalar(value: unknown, { text, mark }: Means): string {
  const plain = String(value);
  const redacted = text(plain);
  return redacted === plain ? mark(plain) : redacted;
}

function isClean(value: unknown, { text }: Means, done: Done): boolean {
  const json = JSON.stringify(value, (_name, member: unknown) =>
    typeof member === 'string' && done.has(member) ? '' : member,
  );
  return text(json) === json;
}
