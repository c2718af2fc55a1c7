import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { inProject } from '../../support/paths.ts';
import { parseEnumSettings } from './settings.ts';
import { keyTable } from './settings-page.ts';
import { ENUM_SETTINGS_SCHEMA } from './settings-schema.ts';

const page = await readFile(inProject('specs/drift/README.md'), 'utf8');

test('the schema of the settings is published as it is', async () => {
  const published = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of `assay drift enum`',
    ...ENUM_SETTINGS_SCHEMA,
  };
  const file = await readFile(inProject('specs/drift/enums.schema.json'), 'utf8');
  expect(JSON.parse(file)).toEqual(published);
});

test('the page about the settings tells every key', async () => {
  const between = /(<!-- keys:.*-->\n)[\s\S]*(\n<!-- \/keys -->)/;
  expect(page).toMatch(between);
  await expect(
    page.replace(between, (_all, head, tail) => head + keyTable(ENUM_SETTINGS_SCHEMA) + tail),
  ).toMatchFileSnapshot(inProject('specs/drift/README.md'));
});

test('the example on the page is one that the check accepts', () => {
  const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  expect(parseEnumSettings(example, '/tree')).toMatchObject({
    root: '/tree',
    migrations: { folder: 'db/migrations' },
  });
});

test('an unknown key is refused with the nearest one and the page that describes them', () => {
  const text =
    'version: 1\nname: x\nroot: .\nmigrations: { folder: m, inclde: [a] }\ncode: { include: [a] }\n';
  expect(() => parseEnumSettings(text, '/tree')).toThrowError(
    expect.objectContaining({
      details: ['migrations: unknown key ‘inclde’, did you mean ‘include’?'],
      fix: expect.stringContaining('specs/drift/README.md'),
    }),
  );
});
