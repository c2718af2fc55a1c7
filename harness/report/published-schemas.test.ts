import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { inProject } from '../support/paths.ts';

test.each(['report', 'baseline'])('the published schema of a %s is a sound one', (name) => {
  const schema = JSON.parse(readFileSync(inProject(`harness/report/${name}.schema.json`), 'utf8'));
  const ajv = new Ajv2020();
  expect(ajv.validateSchema(schema), JSON.stringify(ajv.errors)).toBe(true);
});
