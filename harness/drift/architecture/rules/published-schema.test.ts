import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { inProject } from '../../../support/paths.ts';
import { RULES_SCHEMA } from './schema.ts';

const FOLDER = inProject('specs/drift/packs');
const PUBLISHED = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Rule pack of `assay drift architecture`',
  ...RULES_SCHEMA,
};
const page = readFileSync(`${FOLDER}/README.md`, 'utf8');

test('the schema of a rule pack is published as the code reads it', async () => {
  const text = `${JSON.stringify(PUBLISHED, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(`${FOLDER}/pack.schema.json`);
});

test.each(readdirSync(FOLDER).filter((name) => name.endsWith('.yaml')))(
  'the published schema takes the pack %s that we ship',
  (name) => {
    const isPack = new Ajv({ allowUnionTypes: true, strictTypes: false }).compile(PUBLISHED);
    expect(isPack(parse(readFileSync(`${FOLDER}/${name}`, 'utf8'))), JSON.stringify(isPack.errors)).toBe(
      true,
    );
    expect(isPack({ version: 1, name: 'x', tree: { include: ['*'] }, rules: [{ id: 'x' }] })).toBe(false);
  },
);

test('the page about packs tells every key', () => {
  const code = (page.match(/```yaml[\s\S]*?```|`[^`\n]+`/g) ?? []).join('\n');
  const untold = [...new Set(keysIn(RULES_SCHEMA))].filter((key) => !new RegExp(`\\b${key}\\b`).test(code));
  expect(untold).toEqual([]);
});

/** The names of all keys of objects that a schema describes, at any depth. */
function keysIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {} } = schema as { readonly properties?: object };
  return [...Object.keys(properties), ...Object.values(schema).flatMap(keysIn)];
}
