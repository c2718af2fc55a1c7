import { isUtf8 } from 'node:buffer';
import type { EntryRule, Payload } from '../source.ts';

/** What some parsers refuse or change. One of them hides the next: a body that is refused says nothing about it. */
const CAUSES: readonly (readonly [name: string, has: (payload: Buffer, text: string) => boolean])[] = [
  ['bytes that are no UTF-8', (payload) => !isUtf8(payload)],
  ['a byte order mark', (_, text) => text.startsWith('\ufeff')],
  ['half of a surrogate pair', (_, text) => HALF_A_PAIR.test(text)],
  ['U+0000', (_, text) => ESCAPED_NUL.test(text)],
  ['nesting beyond 500 levels', (_, text) => depthOf(text) > 500],
  [
    'a number beyond the range of a double',
    (_, text) => numbersIn(text).some((n) => !Number.isFinite(Number(n))),
  ],
  ['an integer above 2^53', (_, text) => numbersIn(text).some(isBeyondDouble)],
];

const ESCAPED_NUL = /(?<!\\)(?:\\\\)*\\u0000/;
const HALF_A_PAIR = /\\ud[89ab][\da-f]{2}(?!\\ud[c-f])|(?<!\\ud[89ab][\da-f]{2})\\ud[c-f][\da-f]{2}/i;
const NUMBER = /(?<=[:[,]\s*)-?\d+(\.\d+)?([eE][+-]?\d+)?(?=\s*[,}\]])/g;

/** An entry mixes no two causes of refusal, nor one with digits that would be rounded, else the second is never seen. */
export const oneCause: EntryRule = ({ payloads }) =>
  payloads.flatMap(({ file, stored, expanded = stored }: Payload) => {
    const text = expanded.toString('utf8');
    const found = CAUSES.filter(([, has]) => has(expanded, text));
    if (found.length < 2) return [];
    const names = found.map(([name]) => name).join(' and ');
    const fix = 'Give each an entry of its own.';
    return [
      {
        file,
        rule: 'one-cause',
        message: `mixes ${names}: where one is refused the other is never seen`,
        fix,
      },
    ];
  });

function numbersIn(text: string): readonly string[] {
  return text.match(NUMBER) ?? [];
}

function isBeyondDouble(number: string): boolean {
  return /^-?\d+$/.test(number) && !Number.isSafeInteger(Number(number));
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
