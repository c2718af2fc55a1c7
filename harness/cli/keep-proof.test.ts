import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepOrTell } from './keep-proof.ts';
import { temporaryFolder } from './test-support/clone.ts';

const KEPT = { digest: 'sha256:1', proof: {} };

async function told(file: string): Promise<string> {
  const lines: string[] = [];
  await keepOrTell({ err: (text) => void lines.push(text) }, KEPT, file);
  return lines.join('');
}

test('a proof is kept, and nothing is said', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'proof.json');
  expect(await told(file)).toBe('');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject(KEPT);
});

test.each([
  ['a file lies where its folder would be', (place: string) => writeFileSync(place, ''), []],
  [
    'a folder lies where it would be',
    (place: string) => mkdirSync(join(place, 'proof.json/taken'), { recursive: true }),
    ['proof.json'],
  ],
])(
  'a proof that cannot be kept because %s is no less proven, and that is told',
  async (_why, spoil, left) => {
    using folder = temporaryFolder();
    const place = join(folder.path, 'assay');
    spoil(place);
    expect(await told(join(place, 'proof.json'))).toMatch(
      /^This proof is not kept .* (EEXIST|ENOTDIR|EISDIR|ENOTEMPTY)/,
    );
    expect(left.length === 0 ? [] : readdirSync(place)).toEqual(left);
  },
);
