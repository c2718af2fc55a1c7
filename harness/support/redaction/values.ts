import { isCredentialMember } from './credential-places.ts';

/** By what a JSON value is redacted. */
export interface Means {
  text(plain: string): string;
  bytes(plain: Uint8Array): Buffer;
  mark(secret: string): string;
}

/** A copy of a JSON value, member by member redacted where anything is to be: its names, texts and numbers. */
export function redactValue<T>(value: T, means: Means): T {
  const json = JSON.stringify(value, (name, member: unknown) => {
    if (name !== 'bodyBase64' || typeof member !== 'string') return member;
    return means.bytes(Buffer.from(member, 'base64')).toString('base64');
  });
  if (json === undefined) return value;
  const copy = JSON.parse(json);
  return means.text(json) === json ? copy : redactMember('', copy, means);
}

function redactMember<T>(name: string, value: T, means: Means): T;
function redactMember(name: string, value: unknown, means: Means): unknown {
  if (typeof value === 'string') {
    return isCredentialMember(name) && value !== '' ? means.mark(value) : means.text(value);
  }
  if (typeof value === 'number') {
    const redacted = means.text(String(value));
    return redacted === String(value) ? value : redacted;
  }
  if (Array.isArray(value)) return value.map((each) => redactMember('', each, means));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [means.text(key), redactMember(key, member, means)]),
  );
}
