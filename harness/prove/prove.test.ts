import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resolveRunOptions } from '../config/run-options.ts';
import { loadSubject } from '../config/subject.ts';
import type { ServiceMutant } from '../faults/fault.ts';
import { prove } from '../prove.ts';
import { AssayError } from '../support/errors.ts';
import { inProject } from '../support/paths.ts';
import type { ProveJob } from './job.ts';

const TOOTHLESS: ServiceMutant = {
  kind: 'service',
  id: 'toothless',
  title: 'a plant that changes nothing',
  service: 'platform',
  plant: '../../prove/fixtures/changes-nothing.ts',
  kills: [{ cases: ['hg-content-string@strict'], reason: /^params\.message\.content = / }],
};

test('a plant that changes nothing survives, and the proof fails', async () => {
  await using folder = await temporaryFolder();
  const proof = await prove(await jobIn(folder.path, [TOOTHLESS]));
  expect(proof).toMatchObject({
    verdict: 'unproven',
    mutants: [{ mutant: 'toothless', verdict: 'survived', cases: [{ state: 'survived' }], collateral: [] }],
    reasons: ['toothless survived: a plant that changes nothing'],
  });
});

test('a red baseline ends the proof and names the cases that are red', async () => {
  await using folder = await temporaryFolder();
  const corpusFolder = join(folder.path, 'corpus');
  await cp(inProject('corpus'), corpusFolder, { recursive: true });
  const sidecar = join(corpusFolder, 'valid/hg-content-string.yaml');
  const text = await readFile(sidecar, 'utf8');
  await writeFile(sidecar, text.replace(/text: Deploy the preview/, 'text: Destroy the preview'));
  const job = await jobIn(folder.path, [TOOTHLESS]);
  const error = await prove({ ...job, corpusFolder }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AssayError);
  expect(error).toMatchObject({ code: 'NOT_GREEN', exitCode: 2 });
  expect((error as AssayError).details.join('\n')).toContain('corpus/hg-content-string@strict: ');
});

test('nothing to try is nothing proven', async () => {
  await using folder = await temporaryFolder();
  const proof = await prove(await jobIn(folder.path, []));
  expect(proof).toMatchObject({ verdict: 'inconclusive', reasons: ['nothing was tried'] });
});

async function jobIn(folder: string, mutants: readonly ServiceMutant[]): Promise<ProveJob> {
  const out = join(folder, 'proof');
  return {
    options: await resolveRunOptions(['corpus'], { out, seed: '1' }, {}, folder),
    subject: await loadSubject(undefined),
    corpusFolder: inProject('corpus'),
    argv: ['prove'],
    display: { quiet: true, color: false, note: () => undefined },
    signal: new AbortController().signal,
    mutants,
    wholeCatalogue: false,
    broken: [],
    driftSuites: [],
  };
}

async function temporaryFolder(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'assay-prove-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
