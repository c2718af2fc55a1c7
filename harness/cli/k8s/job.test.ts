import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { inProject } from '../../support/paths.ts';
import { jobManifest, type ShardJob } from './job.ts';

const SCHEMA = JSON.parse(readFileSync(inProject('harness/cli/k8s/fixtures/job.schema.json'), 'utf8'));
const isJob = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(SCHEMA);

const JOB: ShardJob = {
  ...{ name: 'assay', image: `registry.test/assay@sha256:${'a'.repeat(64)}`, home: '/assay', shards: 3 },
  ...{ parallelism: 2, seed: 7, claim: 'evidence', deadlineSeconds: 600, words: ['corpus', '-g', "it's"] },
};

test.each<[string, Partial<ShardJob>]>([
  ['as it is', {}],
  ['with a namespace, and no words', { namespace: 'gates', words: [] }],
])('the Job is one of Kubernetes by its own schema: %s', (_what, over) => {
  expect(isJob(parse(jobManifest({ ...JOB, ...over }))), JSON.stringify(isJob.errors)).toBe(true);
});

test('that schema refuses what Kubernetes does not know, so that it says something', () => {
  const job = parse(jobManifest(JOB));
  expect(isJob({ ...job, spec: { ...job.spec, shards: 3 } })).toBe(false);
  expect(isJob({ ...job, spec: { ...job.spec, completions: '3' } })).toBe(false);
});

test('each index runs its own shard into its own folder, and is tried once', () => {
  const { spec } = parse(jobManifest(JOB));
  expect(spec).toMatchObject({ completionMode: 'Indexed', completions: 3, parallelism: 2 });
  expect([spec.backoffLimitPerIndex, spec.template.spec.restartPolicy]).toEqual([0, 'Never']);
  const told = [0, 1, 2].map((index) => wordsOf(spec.template.spec.containers[0], index));
  expect(told).toEqual(
    [1, 2, 3].map((shard) => [
      ...['/assay/scripts/assay.mjs', 'run', 'corpus', '-g', "it's", '--seed', '7'],
      ...['--shard', `${shard}/3`, '--out', `judged-${shard}`],
    ]),
  );
});

/** What a container would hand to Node, by the shell that it runs. */
function wordsOf({ command }: { readonly command: readonly string[] }, index: number): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'assay-k8s-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const node = join(folder, 'node');
  writeFileSync(node, '#!/bin/sh\nprintf \'%s\\n\' "$@"\n');
  chmodSync(node, 0o755);
  const [shell = '', ...words] = command;
  const env = { PATH: `${folder}:/usr/bin:/bin`, JOB_COMPLETION_INDEX: `${index}` };
  return spawnSync(shell, words, { env, encoding: 'utf8' }).stdout.trimEnd().split('\n');
}
