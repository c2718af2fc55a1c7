import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { execaSync } from 'execa';
import { expect, test } from 'vitest';
import { inProject, projectRoot } from '../harness/support/paths.ts';

const PLACES = ['*.schema.json', 'corpus/schemas/a2a/a2a-*.json', ':!:**/fixtures/**'];

/** What the project publishes or reads by: nobody who compiles one of them holds it against the schema of schemas again. */
const schemas = execaSync('git', ['ls-files', ...PLACES], { cwd: projectRoot, lines: true }).stdout;

test('there are schemas of reports, policies, canaries and the protocols', () => {
  expect(schemas.length).toBeGreaterThanOrEqual(12);
});

test.each(schemas)('%s is a sound schema', (file) => {
  const schema = JSON.parse(readFileSync(inProject(file), 'utf8'));
  const ajv = schema.$schema.includes('2020-12') ? new Ajv2020() : new Ajv();
  expect(ajv.validateSchema(schema), JSON.stringify(ajv.errors)).toBe(true);
});
