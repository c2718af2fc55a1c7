import { expect, test } from 'vitest';
import { checkEnums } from './check-enums.ts';
import { createMemory } from './memory.ts';
import { allConstructs, copyTree } from './planting.ts';
import { loadEnumSettings } from './settings.ts';

/** Each check takes a third of a second, so every twelfth will do: all languages are among them. */
const constructs = allConstructs().filter((_each, index) => index % 12 === 0);

test('a check that remembers earlier ones says the same as one that does not', async () => {
  using tree = copyTree('clean', constructs);
  const settings = loadEnumSettings(`${tree.root}/enum.yaml`);
  const memory = createMemory();
  const expectSame = async () => {
    const remembered = await checkEnums(settings, { memory });
    expect(remembered).toEqual(await checkEnums(settings));
    return remembered.findings.length;
  };
  expect(await expectSame()).toBe(0);
  for (const { file, clean, find, plant } of constructs) {
    tree.write(
      file,
      clean.replace(find, () => plant),
    );
    expect(await expectSame()).toBe(1);
    tree.write(file, clean);
  }
  expect(await expectSame()).toBe(0);
}, 60_000);

test('a file that the grammar does not understand is told again by each check', async () => {
  using tree = copyTree('clean', constructs.slice(0, 1));
  const settings = loadEnumSettings(`${tree.root}/enum.yaml`);
  const memory = createMemory();
  tree.write(
    'internal/broken.go',
    'package internal\nfunc (((\nvar q = "UPDATE workspaces SET status = $1"\n',
  );
  const first = await checkEnums(settings, { memory });
  expect(first.unread.map(({ path }) => path)).toEqual(['internal/broken.go']);
  expect(await checkEnums(settings, { memory })).toEqual(first);
});
