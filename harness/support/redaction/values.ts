import { isCredentialMember } from './credential-places.ts';
import type { Mark } from './replace.ts';

/** By what a JSON value is redacted. */
export interface Means {
  text(plain: string): string;
  /** Bytes in base64. */
  base64(plain: string): string;
  mark(secret: string): string;
  /** Where anything is to be redacted. */
  marksIn(bytes: Uint8Array): readonly Mark[];
}

/** From so many characters on a text is looked at by itself: bodies stand in more than one value. */
const LONG_CHARS = 256;

/** A copy of a JSON value, redacted where anything is to be: its names, texts and numbers. The cost is linear. */
export function redactValue<T>(value: T, means: Means): T {
  const done = new Set<string>();
  const json = JSON.stringify(value, (name, member: unknown) => {
    if (typeof member !== 'string' || (member.length < LONG_CHARS && name !== 'bodyBase64')) return member;
    const redacted = redactLong(name, member, means);
    done.add(redacted);
    return redacted;
  });
  if (json === undefined) return value;
  const copy: T = JSON.parse(json);
  const rest = JSON.stringify(copy, (_name, member: unknown) =>
    typeof member === 'string' && done.has(member) ? '' : member,
  );
  const bytes = Buffer.from(rest);
  const marks = means.marksIn(bytes);
  return marks.length === 0 ? copy : rewritten(copy, marked(bytes, marks), means);
}

function redactLong(name: string, plain: string, { text, base64, mark }: Means): string {
  if (name === 'bodyBase64') return base64(plain);
  return isCredentialMember(name) ? mark(plain) : text(plain);
}

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/** Of each name, text and number of a JSON document, in their order, what is to stand for what was found in it. */
function marked(json: Uint8Array, marks: readonly Mark[]): readonly (string | undefined)[] {
  const latin1 = Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString('latin1');
  const inOrder = [...marks].sort((a, b) => a.start - b.start);
  let next = 0;
  let furthest: Mark | undefined;
  return [...latin1.matchAll(TOKEN)].map(({ 0: { length }, index }) => {
    for (; (inOrder[next]?.start ?? Number.POSITIVE_INFINITY) < index + length; next += 1)
      if ((inOrder[next]?.end ?? 0) > (furthest?.end ?? 0)) furthest = inOrder[next];
    return furthest && furthest.end > index ? furthest.text : undefined;
  });
}

/** Rewrites a copy in place, in the order of its tokens; what only a list of them spells stands for each of these. */
function rewritten<T>(copy: T, hits: readonly (string | undefined)[], { text, mark }: Means): T {
  let at = 0;
  const conceal = (plain: string, hit: string) => {
    const redacted = text(plain);
    return redacted === plain ? hit : redacted;
  };
  const rewrite = (node: unknown, name: string): unknown => {
    if (typeof node === 'string' || typeof node === 'number') {
      const hit = hits[at++];
      if (hit === undefined) return node;
      return isCredentialMember(name) && node !== '' ? mark(String(node)) : conceal(String(node), hit);
    }
    if (Array.isArray(node))
      for (let item = 0; item < node.length; item += 1) node[item] = rewrite(node[item], '');
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return node;
    const entries: [string, unknown][] = [];
    for (const [key, member] of Object.entries(node)) {
      const hit = hits[at++];
      const shown = hit === undefined ? key : conceal(key, hit);
      entries.push([shown, rewrite(member, key)]);
    }
    return Object.fromEntries(entries);
  };
  return rewrite(copy, '') as T;
}
