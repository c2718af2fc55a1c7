import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inProject } from '../support/paths.ts';
import { openSidecarMemory } from './sidecar-memory.ts';

const SIDECAR = readFileSync(inProject('corpus/valid/v03-text.yaml'), 'utf8');
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-sidecars-'));
  file = join(folder, 'kept/sidecars.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function remember(...texts: readonly string[]): void {
  const memory = openSidecarMemory(file);
  for (const text of texts) memory.parse(text, 'x.yaml');
  memory.keep();
}

test('a sidecar that was read before is not read again', () => {
  remember(SIDECAR);
  const kept = readFileSync(file, 'utf8');
  writeFileSync(file, kept.replace('"v03-text"', '"from memory"'));
  expect(openSidecarMemory(file).parse(SIDECAR, 'x.yaml')).toMatchObject({ sidecar: { id: 'from memory' } });
});

test('a sidecar that differs by one character is read afresh', () => {
  remember(SIDECAR);
  const parsed = openSidecarMemory(file).parse(SIDECAR.replace('id: v03-text', 'id: v03-texz'), 'x.yaml');
  expect(parsed).toMatchObject({ sidecar: { id: 'v03-texz' } });
});

test('a faulty sidecar has its problem every time', () => {
  const faulty = `${SIDECAR}\nroutte: direct\n`;
  remember(faulty);
  const parsed = openSidecarMemory(file).parse(faulty, 'x.yaml');
  expect(parsed).toMatchObject({ problems: [{ file: 'x.yaml', rule: 'unknown-key' }] });
});

test('what other code has read is not believed', () => {
  remember(SIDECAR);
  const kept = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...kept, readers: 'older' }).replace('"v03-text"', '"from memory"'));
  expect(openSidecarMemory(file).parse(SIDECAR, 'x.yaml')).toMatchObject({ sidecar: { id: 'v03-text' } });
});

test('a damaged memory is an empty one, and is mended', () => {
  remember(SIDECAR);
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 100));
  remember(SIDECAR);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty('sidecars');
});

test('nothing is written when nothing is new', () => {
  remember(SIDECAR);
  const { mtimeMs, ino } = statSync(file);
  remember(SIDECAR);
  expect(statSync(file)).toMatchObject({ mtimeMs, ino });
});

test('a memory that cannot be written leaves the sidecars readable', () => {
  writeFileSync(join(folder, 'kept'), 'in the way');
  expect(() => remember(SIDECAR)).not.toThrow();
});
