import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../support/paths.ts';
import { provenanceNow } from './provenance.ts';

test('says which sources, corpus and machine judge', async () => {
  const { harness, corpus, environment } = await provenanceNow({ CI: 'true' }, 'a'.repeat(64));
  expect(harness).toMatchObject({ version: '0.1.0', sources: 'a'.repeat(64) });
  if (harness.commit !== undefined) expect(harness.commit).toMatch(/^[0-9a-f]{40}$/);
  const files = readdirSync(inProject('corpus'), { recursive: true, withFileTypes: true });
  expect(corpus.files).toBe(files.filter((each) => each.isFile()).length);
  expect(environment).toMatchObject({ node: process.versions.node, ci: true });
});
