import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bootWorld } from '../boot.ts';
import { takeHandle } from '../handling/handle.ts';
import { smallWorld, testRegistry } from '../testing.ts';
import { DIRECTORY_MODE } from './places.ts';

test('what a running world keeps can be read by its owner alone, and its folders listed by nobody else', async () => {
  await using registry = testRegistry();
  await using world = await bootWorld(await smallWorld(registry.directory));
  const platform = takeHandle(world, { by: 'modes' }).service('platform');
  await platform.pause();
  await platform.continue();
  const roots = ['worlds', 'scratch'].map((name) => join(registry.directory, name));
  const found = [...roots, ...roots.flatMap(below)].filter((path) => !path.includes('/postgres'));
  const [files, folders] = [true, false].map((isFile) =>
    found.filter((path) => statSync(path).isFile() === isFile),
  );
  expect(files?.map((path) => path.replace(/.*\//, ''))).toEqual(
    expect.arrayContaining(['world.json', 'handling.ndjson', 'platform.log']),
  );
  expect(files?.filter((path) => modeOf(path) !== 0o600)).toEqual([]);
  expect(folders?.filter((path) => ![0o700, DIRECTORY_MODE].includes(modeOf(path)))).toEqual([]);
});

function below(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
}

function modeOf(path: string): number {
  return statSync(path).mode & 0o777;
}
