import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parsePattern } from '../config/pattern.ts';
import { resolveRunOptions } from '../config/run-options.ts';
import { loadSubject } from '../config/subject.ts';
import type { Fault, Neutral } from '../faults/fault.ts';
import { at } from '../faults/plant.ts';
import { prove } from '../prove.ts';
import { stringContentRaw } from '../suites/corpus/faults/normalisation/string-content-raw.ts';
import { corpusSuite } from '../suites/corpus/suite.ts';
import type { Suite } from '../suites/suite.ts';
import { AssayError } from '../support/errors.ts';
import { inProject } from '../support/paths.ts';
import type { ProveJob } from './job.ts';

const kills: Fault['kills'] = [
  { cases: ['hg-content-string@strict'], reason: /^params\.message\.content = / },
];

const RAW: Fault = { ...stringContentRaw, id: 'raw' };

test('a plant that changes nothing survives, and the proof fails', async () => {
  const toothless = fault('toothless', [at('platform.contentToParts', (convert) => convert)]);
  await using folder = await temporaryFolder();
  const proof = await prove(await jobIn(folder.path, [toothless]));
  expect(proof).toMatchObject({
    verdict: 'unproven',
    mutants: [{ mutant: 'toothless', verdict: 'survived', cases: [{ state: 'survived' }], collateral: [] }],
    reasons: ['toothless survived: a plant that changes nothing'],
  });
  expect(proof.mutants[0]?.hits).toBeGreaterThan(0);
});

test('a plant that never runs is no kill and no survivor: nothing is known of it', async () => {
  const idle = fault('idle', [at('platform.deleteWorkspace', (remove) => remove)]);
  await using folder = await temporaryFolder();
  const proof = await prove(await jobIn(folder.path, [idle]));
  expect(proof).toMatchObject({
    verdict: 'inconclusive',
    mutants: [{ mutant: 'idle', verdict: 'inconclusive', hits: 0, cases: [{ state: 'unjudged' }] }],
    reasons: ['idle could not be judged: it never ran'],
  });
});

test('two things to plant with one id are refused, in whichever suites they are', async () => {
  await using folder = await temporaryFolder();
  const ofAnother = fault('lease-constants-are-swapped', [
    at('platform.contentToParts', (convert) => convert),
  ]);
  const refused = prove(await jobIn(folder.path, [ofAnother]));
  await expect(refused).rejects.toMatchObject({
    code: 'FAULT_ID_SHARED',
    exitCode: 2,
    message: expect.stringMatching(
      /-swapped, in harness\/suites\/corpus\/ and harness\/suites\/drift-\w+\/\./,
    ),
  });
});

test('a suite that plans nothing has nothing to prove, and is refused', async () => {
  await using folder = await temporaryFolder();
  const job = await jobIn(folder.path, []);
  const suites = job.suites.map((suite) => ({ ...suite, plan: async () => ({ cases: [], excluded: [] }) }));
  await expect(prove({ ...job, suites })).rejects.toMatchObject({ code: 'SUITE_WITHOUT_CASES', exitCode: 2 });
});

test('faults that share processes are judged as each alone: one kills, one survives, one never runs', async () => {
  const faults = [
    RAW,
    fault('toothless', [at('platform.contentToParts', (convert) => convert)]),
    fault('idle', [at('platform.deleteWorkspace', (remove) => remove)]),
  ];
  await using folder = await temporaryFolder();
  const proof = await prove(await jobIn(folder.path, faults));
  expect(proof.mutants).toMatchObject([
    { mutant: 'raw', verdict: 'killed', collateral: [] },
    { mutant: 'toothless', verdict: 'survived', collateral: [] },
    { mutant: 'idle', verdict: 'inconclusive', hits: 0 },
  ]);
  expect(proof.mutants[0]?.hits).toBeGreaterThan(0);
});

test('what was green again where its fault had been is not asked of the sound world, what was tried alone is', {
  timeout: 300_000,
}, async () => {
  await using folder = await temporaryFolder();
  const together = await jobIn(folder.path, [RAW, { ...RAW, id: 'leaves-once' }]);
  expect(await prove(together)).toMatchObject({ verdict: 'proven' });
  expect(existsSync(join(folder.path, 'proof/restored'))).toBe(false);
  expect(await prove({ ...together, chosen: ['raw'] })).toMatchObject({ verdict: 'proven' });
  expect(existsSync(join(folder.path, 'proof/restored'))).toBe(true);
});

test('a kill of a case that is red in the sound world afterwards is no kill, and the proof says which', async () => {
  const plant: Fault['plant'] = {
    kind: 'world',
    boot: {},
    shows: async (_changed, sound) => {
      const platform = sound.services.find(({ name }) => name === 'platform');
      if (platform) process.kill(platform.pid, 'SIGKILL');
      return 1;
    },
  };
  await using folder = await temporaryFolder();
  const proof = await prove(await jobIn(folder.path, [{ ...fault('harmful', []), plant }]));
  expect(proof.verdict).toBe('inconclusive');
  expect(proof.unrestored?.length).toBeGreaterThan(0);
  expect(proof.reasons[0]).toContain('is red with nothing planted too: ');
});

test.each([
  ['that a fault must kill is proven on its cases', 'hg-content-string', 'proven', ['killed'], []],
  ['that none kills is owed a killer', 'v03-text', 'unproven', [], ['corpus/v03-text@0.3']],
])('a change of an entry %s', async (_claim, entry, verdict, verdicts, unkilled) => {
  await using folder = await temporaryFolder();
  const { chosen: _all, ...job } = await jobIn(folder.path, [RAW]);
  const files = new Set([`corpus/valid/${entry}.body`]);
  const proof = await prove({ ...job, changed: { since: 'main', files } });
  expect(proof.verdict).toBe(verdict);
  expect(proof.mutants.map((each) => each.verdict)).toEqual(verdicts);
  expect(proof.unkilled).toEqual(expect.arrayContaining(unkilled));
  expect(proof.unkilled?.every((id) => id.startsWith(`corpus/${entry}@`))).toBe(true);
});

test.each([
  ['README.md', 'unaffected', 'nothing but documents and tests has changed'],
  ['harness/cli/program.ts', 'inconclusive', 'nothing that is proven depends on these files'],
])('a change of %s boots nothing: %s', async (file, verdict, reason) => {
  await using folder = await temporaryFolder();
  const { chosen: _all, ...job } = await jobIn(folder.path, [fault('toothless', [])]);
  const proof = await prove({ ...job, changed: { since: 'main', files: new Set([file]) } });
  expect(proof).toMatchObject({ verdict, mutants: [], reasons: [expect.stringContaining(reason)] });
});

test('a red baseline ends the proof and names the cases that are red', async () => {
  await using folder = await temporaryFolder();
  const corpus = await corpusThatIsRed(folder.path);
  const job = await jobIn(folder.path, [fault('toothless', [])], corpus);
  const error = await prove(job).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AssayError);
  expect(error).toMatchObject({ code: 'NOT_GREEN', exitCode: 2 });
  expect((error as AssayError).details.join('\n')).toContain('corpus/hg-content-string@strict: ');
});

test('a case that is red in a variant and in the sound world alike is no alarm of the variant', async () => {
  await using folder = await temporaryFolder();
  const corpus = await corpusThatIsRed(folder.path);
  const job = await jobIn(folder.path, [], corpus);
  const variant: Neutral = {
    id: 'backwards',
    title: 'the other way round',
    plant: { kind: 'pace', order: (ids) => ids.toReversed() },
  };
  const [suite] = job.suites;
  const proof = await prove({
    ...job,
    options: { ...job.options, grep: parsePattern('-g', 'hg-content-string') },
    suites: suite ? [{ ...suite, proof: async () => ({ faults: [], neutral: [variant], broken: [] }) }] : [],
    question: 'neutral',
    chosen: [variant.id],
  });
  expect(proof.verdict).toBe('inconclusive');
  expect(proof.unrestored?.map((red) => red.id)).toContain('corpus/hg-content-string@strict');
  expect(proof.reasons[0]).toMatch(/^corpus\/hg-content-string@\S+ is red with nothing planted too: /);
});

test('nothing to try is nothing proven', async () => {
  await using folder = await temporaryFolder();
  const proof = await prove({ ...(await jobIn(folder.path, [])), chosen: [] });
  expect(proof).toMatchObject({ verdict: 'inconclusive', reasons: ['nothing was tried'] });
});

test.each([
  [
    'a case that does not exist',
    [{ ...fault('lost', []), kills: [{ cases: ['no-such'], reason: /x/ }] }],
    'no-such',
  ],
  ['an id that another has', [fault('twin', []), fault('twin', [])], 'have the id twin'],
])('a fault with %s is refused before anything boots', async (_what, faults, words) => {
  await using folder = await temporaryFolder();
  await expect(prove(await jobIn(folder.path, faults))).rejects.toThrow(words);
});

function fault(id: string, seams: Extract<Fault['plant'], { kind: 'service' }>['seams']): Fault {
  const plant = { kind: 'service', service: 'platform', seams } as const;
  return { id, title: 'a plant that changes nothing', plant, kills };
}

/** The faults go into the service as those of a suite do, by a module that is preloaded. */
async function jobIn(folder: string, faults: readonly Fault[], corpus?: string): Promise<ProveJob> {
  const whole = corpusSuite(corpus ?? inProject('corpus'));
  const preload = inProject('harness/prove/fixtures/preload.ts');
  const suite: Suite = {
    ...(whole as Suite),
    proof: async () => ({ faults, neutral: [], broken: [], preload }),
  };
  const options = await resolveRunOptions([], { out: join(folder, 'proof'), seed: '1' }, {}, folder);
  return {
    options,
    suites: [suite],
    subject: await loadSubject(undefined),
    argv: ['prove'],
    display: { quiet: true, color: false, note: () => undefined },
    signal: new AbortController().signal,
    question: 'faults',
    chosen: faults.map(({ id }) => id),
  };
}

/** A copy of the corpus in which hg-content-string wants another text than is sent. */
async function corpusThatIsRed(folder: string): Promise<string> {
  const corpus = join(folder, 'corpus');
  await cp(inProject('corpus'), corpus, { recursive: true });
  const sidecar = join(corpus, 'valid/hg-content-string.yaml');
  const text = await readFile(sidecar, 'utf8');
  await writeFile(sidecar, text.replace(/text: Deploy the preview/, 'text: Destroy the preview'));
  return corpus;
}

async function temporaryFolder(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'assay-prove-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
