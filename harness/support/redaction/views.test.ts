import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { viewsOf } from './views.ts';

const SIZE = 40_000;

const chance = (count: number) =>
  Buffer.concat(
    Array.from({ length: Math.ceil(count / 32) }, (_, index) =>
      createHash('sha256').update(String(index)).digest(),
    ),
  ).subarray(0, count);
const base64 = (text: string) => Buffer.from(text).toString('base64');
const numbers = (text: string) => [...Buffer.from(text)].join(',');

const TEXTS: Readonly<Record<string, (size: number) => string>> = {
  spaces: (size) => ' '.repeat(size),
  dashes: (size) => '-'.repeat(size),
  'letters apart': (size) => 'a b-c d '.repeat(size / 8),
  'numbers of bytes': (size) => chance(size).join(','),
  'numbers under their index': (size) => JSON.stringify({ ...chance(size) }),
  'hexadecimal bytes': (size) => chance(size).toString('hex').replace(/../g, '$& '),
  'hexadecimal digits': (size) => chance(size).toString('hex'),
  'base64 in base64 in base64': (size) => base64(base64(base64('some words '.repeat(size / 11)))),
  'numbers in numbers in numbers': (size) => numbers(numbers(numbers('some words '.repeat(size / 110)))),
  backslashes: (size) => '\\'.repeat(size),
  'quotes behind numbers': (size) => `65${'\\'.repeat(5)}"  `.repeat(size / 10),
};

it.each(Object.entries(TEXTS))(
  'what is read in twice as much is not more than twice as much: %s',
  (_, text) => {
    const [once, twice] = [SIZE, 2 * SIZE].map((size) => bytesReadIn(text(size)));
    expect(twice).toBeLessThan(2.1 * (once as number));
  },
);

it('reads what has nothing else in it but words hardly more often than it is unescaped', () => {
  const words = 'Deploy the preview of case 12, and say "done" at 10:45.\n'.repeat(500);
  expect(bytesReadIn(words)).toBeLessThan(2.1 * words.length);
});

function bytesReadIn(text: string): number {
  return viewsOf(Buffer.from(text)).reduce((sum, { bytes }) => sum + bytes.length, 0);
}
