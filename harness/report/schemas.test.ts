import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../support/paths.ts';
import type { CaseResult } from './event.ts';
import { caseResultCheck } from './schemas.ts';
import { broken, judged } from './testing.ts';

const check = caseResultCheck();
const bare = ({ event: _, ...result }: CaseResult & { event: string }): CaseResult => result;

test('a judged case is accepted, red or green', () => {
  for (const each of [judged('v03-a'), broken('v02-b')]) expect(check(bare(each))).toHaveProperty('value');
});

test.each([
  ['an unknown key', { retries: 1 }, 'unknown key "retries"'],
  ['an unknown verdict', { verdict: 'skipped' }, '/verdict'],
  ['no reason to be inconclusive', { verdict: 'inconclusive' }, "required property 'reason'"],
  [
    'a finding without an expectation',
    { findings: [{ clause: 'A', expected: [], actual: 'x' }] },
    '/findings/0/expected',
  ],
  ['negative observations', { observations: -1 }, '/observations'],
])('a result with %s is refused by place', (_what, over, place) => {
  const checked = check({ ...bare(judged('v03-a')), ...over });
  expect('violations' in checked && checked.violations.join('\n')).toContain(place);
});

test.each([
  ['report', { enum: [3, 4] }],
  ['baseline', { const: 1 }],
])('the schema of a %s has an id and names its versions', (name, versions) => {
  const schema = JSON.parse(readFileSync(inProject(`harness/report/${name}.schema.json`), 'utf8'));
  expect(schema.$id).toBe(`https://assay.dev/schemas/${name}.schema.json`);
  expect(schema.properties.formatVersion).toEqual(versions);
});
