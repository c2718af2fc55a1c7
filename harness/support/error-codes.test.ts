import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from './paths.ts';

test('every error code is written alike: capitals and underscores', () => {
  const folders = ['harness', 'scripts'].map(inProject);
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => `${folder}/${name}`),
  );
  const codes = files.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/new \w*Error\(\{\s*code: '([^']+)'/g),
  ]);
  expect(codes.length).toBeGreaterThan(50);
  expect(codes.map(([, code = '']) => code).filter((code) => !/^[A-Z][A-Z0-9_]+$/.test(code))).toEqual([]);
});
