import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { seam } from './seam.ts';

const FOLDER = new URL('.', import.meta.url);

it('lists every seam of every service, each with the type of what stands there', () => {
  const standing = sources().flatMap((text) => [...text.matchAll(SEAM)].map(describe));
  expect(standing.length).toBeGreaterThan(80);
  expect(listed().sort()).toEqual(standing.sort());
});

it('is nothing but types, so that whoever names a seam loads no service', () => {
  const code = readFileSync(new URL('seams.ts', FOLDER), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  const types = code.replaceAll(/import type \{[^}]*\} from '[^']+';|export interface \w+ \{[^}]*\}/g, '');
  expect(types.trim()).toBe('');
});

it('does not compile with a name that is not listed, nor with what is no function', () => {
  const original = () => 'original';
  // @ts-expect-error nobody listed it
  expect(seam('platform.unlisted', original)).toBe(original);
  // @ts-expect-error its calls could not be counted
  expect(seam('platform.isBusy', 'busy')).toBe('busy');
});

/** `export const reply = seam('runtime.reply', …`; the one that a function returns has the type of its result. */
const SEAM = /(?:export const (\w+) = |return )seam\(\s*'([\w.]+)'/g;

function describe([, name = 'Validate', at]: RegExpMatchArray): string {
  return `${at}: ${name}`;
}

function listed(): string[] {
  const text = readFileSync(new URL('seams.ts', FOLDER), 'utf8');
  return [...text.matchAll(/^ {2}readonly '([\w.]+)': (?:typeof )?(\w+);$/gm)].map(
    ([, at, name]) => `${at}: ${name}`,
  );
}

function sources(): readonly string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.includes('/') && file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(file, FOLDER), 'utf8'));
}
