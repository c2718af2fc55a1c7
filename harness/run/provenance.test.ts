import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../support/paths.ts';
import { changesWhatJudges, provenanceNow } from './provenance.ts';

test('says which sources, corpus and machine judge', async () => {
  const { harness, corpus, environment } = await provenanceNow({ CI: 'true' }, 'a'.repeat(64));
  expect(harness).toMatchObject({ version: '0.1.0', sources: 'a'.repeat(64) });
  if (harness.commit !== undefined) expect(harness.commit).toMatch(/^[0-9a-f]{40}$/);
  const files = readdirSync(inProject('corpus'), { recursive: true, withFileTypes: true });
  expect(corpus.files).toBe(files.filter((each) => each.isFile()).length);
  expect(environment).toMatchObject({ node: process.versions.node, ci: true });
});

test.each([
  ['nothing has changed', '', false],
  ['a known file has changed, wherever it lies', ' M README.md', true],
  ['a source is new', '?? harness/gate/rules/lax.ts', true],
  ['an entry is new, under a name that git quotes', '?? "corpus/valid/\\303\\266.body"', true],
  ['what a release leaves behind is new', '?? release/\n?? policy.yaml\n?? kept/\n?? key.pem', false],
  ['a source is new among what a release leaves behind', '?? release/\n?? compose/platform/x.ts', true],
])('a checkout where %s: %#', (_what, status, dirty) => {
  expect(changesWhatJudges(status)).toBe(dirty);
});
