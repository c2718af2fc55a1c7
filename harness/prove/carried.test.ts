import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { resolveRunOptions } from '../config/run-options.ts';
import { loadSubject } from '../config/subject.ts';
import { bootWorld, type World } from '../environment/index.ts';
import type { Fault } from '../faults/fault.ts';
import { judgeFault } from '../faults/judge.ts';
import { resolveKills } from '../faults/resolve.ts';
import { bootOrder } from '../run/world.ts';
import { corpusSuite } from '../suites/corpus/suite.ts';
import { sceneOf } from '../suites/scene.ts';
import type { Suite } from '../suites/suite.ts';
import { inProject } from '../support/paths.ts';
import { Scope } from '../support/scope.ts';
import { type Carriers, openCarriers } from './carriers.ts';
import type { ProveJob } from './job.ts';
import type { Trial } from './trial.ts';
import { observeUnder } from './under.ts';

/** What the plants of the fixture kill, and what some of them lose, strike or end the process with afterwards. */
const [RAW, STRUCK] = ['hg-content-string@strict', 'hg-content-multiline@strict'];

const suite = {
  ...(corpusSuite(inProject('corpus')) as Suite),
  proof: async () => ({
    ...{ faults: [], neutral: [], broken: [] },
    preload: inProject('harness/prove/fixtures/preload.ts'),
  }),
};
const scope = new Scope();
const notes: string[] = [];

let job: ProveJob;
let base: World;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'assay-carried-'));
  scope.defer(() => rm(folder, { recursive: true }));
  job = {
    options: await resolveRunOptions([], { out: join(folder, 'proof'), seed: '1' }, {}, folder),
    suites: [suite],
    subject: await loadSubject(undefined),
    argv: ['prove'],
    display: { quiet: true, color: false, note: (line) => notes.push(line) },
    signal: new AbortController().signal,
    question: 'faults',
  };
  base = scope.use(await bootWorld({ ...bootOrder(job), runtimes: ['strict'] }));
});
afterAll(() => scope[Symbol.asyncDispose]());
beforeEach(() => notes.splice(0));

test("faults that leave nothing behind are killed in one process, and a hit of one is never another's", async () => {
  const [first, second] = [await trialOf('raw', RAW), await trialOf('leaves-for-good', RAW)];
  await using carriers = openCarriers(job, base, [first, second]);
  const [one, two] = [await resultOf(first, carriers), await resultOf(second, carriers)];
  expect([one.verdict, two.verdict, notes]).toEqual(['killed', 'killed', []]);
  expect(one.hits).toBeGreaterThan(0);
  expect(two.hits).toBe(one.hits);
});

test('of what never runs among others nothing is known, however often they ran', async () => {
  const [raw, idle] = [await trialOf('raw', RAW), await trialOf('idle', RAW)];
  await using carriers = openCarriers(job, base, [raw, idle]);
  expect((await resultOf(raw, carriers)).hits).toBeGreaterThan(0);
  expect(await resultOf(idle, carriers)).toMatchObject({ verdict: 'inconclusive', hits: 0 });
  expect(notes).toEqual(['idle: not killed among others, so tried alone']);
});

test.each([
  ['for good', 'leaves-for-good', 'the process that others have been in had 1 red cases before it'],
  ['for one request', 'leaves-once', 'the process that others have been in had 1 red cases before it'],
  ['that comes to bear later', 'leaves-later', 'the process that it was in had 1 red cases after it'],
])('a fault that leaves residue %s does not make the next one killed', async (_how, id, why) => {
  const [leaves, toothless] = [await trialOf(id, RAW), await trialOf('toothless', STRUCK)];
  await using carriers = openCarriers(job, base, [leaves, toothless]);
  expect(await resultOf(leaves, carriers)).toMatchObject({ verdict: 'killed' });
  expect(await resultOf(toothless, carriers)).toMatchObject({ verdict: 'survived', collateral: [] });
  expect(notes).toEqual([`toothless: ${why}, so tried alone`]);
});

test('a fault whose own residue keeps its cases red is tried alone, and nobody comes after it', async () => {
  const [leaves, toothless] = [await trialOf('leaves-for-good', STRUCK), await trialOf('toothless', STRUCK)];
  await using carriers = openCarriers(job, base, [leaves, toothless]);
  expect(await resultOf(leaves, carriers)).toMatchObject({ verdict: 'killed' });
  expect(await resultOf(toothless, carriers)).toMatchObject({ verdict: 'survived' });
  expect(notes).toEqual([
    'leaves-for-good: the process that it was in had 1 red cases after it, so tried alone',
    'toothless: not killed among others, so tried alone',
  ]);
});

test('a dead carrier judges nothing: neither the fault that it dies under', async () => {
  const [dies, toothless] = [await trialOf('dies-later', RAW), await trialOf('toothless-early', STRUCK)];
  await using carriers = openCarriers(job, base, [dies, toothless]);
  expect(await resultOf(dies, carriers)).toMatchObject({ verdict: 'killed' });
  expect(await resultOf(toothless, carriers)).toMatchObject({ verdict: 'survived' });
  expect(notes).toEqual(['toothless-early: the process that it was in had died after it, so tried alone']);
});

test('a dead carrier judges nothing: nor the fault that it died before', async () => {
  const trials = [await trialOf('raw', RAW), await trialOf('toothless', RAW), await trialOf('idle', RAW)];
  const [raw, toothless] = trials as [Trial, Trial];
  await using carriers = openCarriers(job, base, trials);
  await resultOf(raw, carriers);
  const carrier = await carriers.borrow(raw);
  for (const { pid } of carrier?.world.services ?? []) process.kill(pid, 'SIGKILL');
  await expect.poll(() => carrier?.isAlive()).toBe(false);
  carrier?.keep();
  await carrier?.[Symbol.asyncDispose]();
  expect(await resultOf(toothless, carriers)).toMatchObject({ verdict: 'survived' });
  expect(notes).toEqual([
    'toothless: the process that others have been in had died before it, so tried alone',
  ]);
});

test('faults that are tried at the same time never meet in a process', async () => {
  const trials = [await trialOf('raw', RAW), await trialOf('idle', RAW), await trialOf('toothless', RAW)];
  await using carriers = openCarriers(job, base, trials);
  const results = await Promise.all(trials.map((trial) => resultOf(trial, carriers)));
  expect(results.map(({ verdict }) => verdict)).toEqual(['killed', 'inconclusive', 'survived']);
});

async function resultOf(trial: Trial, carriers: Carriers) {
  return judgeFault(trial.planted, trial.kills, await observeUnder(job, base, trial, carriers));
}

/** A fault that must kill one case, by whatever finding. */
async function trialOf(id: string, named: string | undefined): Promise<Trial> {
  const planted: Fault = {
    ...{ id, title: id },
    plant: { kind: 'service', service: 'platform', seams: [] },
    kills: [{ cases: [`${named}`], reason: /./ }],
  };
  const plan = await suite.plan(sceneOf(job.subject));
  const kills = resolveKills(planted, plan);
  return { suite, plan, planted, kills, cases: new Set(kills.map(({ caseId }) => caseId)) };
}
