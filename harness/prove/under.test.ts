import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resolveRunOptions } from '../config/run-options.ts';
import { loadSubject } from '../config/subject.ts';
import { bootWorld, isAlive } from '../environment/index.ts';
import { testRegistry } from '../environment/testing.ts';
import type { Plant } from '../faults/fault.ts';
import type { ExpectedKill } from '../faults/resolve.ts';
import { bootOrder } from '../run/world.ts';
import { lostIs404 } from '../suites/cursor/faults/platform/lost-is-404.ts';
import { loadSuites } from '../suites/index.ts';
import { sceneOf } from '../suites/scene.ts';
import { NO_PROOF } from '../suites/suite.ts';
import { testSuite } from '../suites/testing.ts';
import { inProject } from '../support/paths.ts';
import { Scope } from '../support/scope.ts';
import { openHop } from '../wire/hop.ts';
import type { ProveJob } from './job.ts';
import { observeUnder } from './under.ts';

/** One that goes through the platform to an agent, one that goes straight to the agent, one that is polled for. */
const CASES = ['corpus/v03-text@strict', 'corpus/v1-text@strict', 'corpus/v03-text-poll@strict'];

/** Every payload is sent as an empty object. */
const EMPTIED: Plant = {
  kind: 'step',
  send: (sender, hit) => ({
    send: (sending) => {
      if (sending.purpose !== 'replay') return sender.send(sending);
      hit();
      return sender.send({ ...sending, body: Buffer.from('{}') });
    },
  }),
};

test('a hop stands where it is planted, in the way of all that passes there and of nothing else', async () => {
  await using scope = new Scope();
  const { job, base } = await soundWorld(scope);
  const paths = { platform: new Set<string>(), runtimes: new Set<string>() };
  for (const before of ['platform', 'runtimes'] as const) {
    const stand = (target: string) =>
      openHop(target, {
        request: {
          change: (message, { method, path }) => {
            paths[before].add(
              `${method} ${path.replace(/(workspaces|agents)\/[\w-]+/, '$1/id').split('?')[0]}`,
            );
            return { ...message, headers: [...message.headers, ['x-hop', before]] };
          },
        },
      });
    const { cases, hits } = await observeUnder(
      job,
      base,
      await trialOf(job, { kind: 'wire', before, stand }),
    );
    expect(cases.map(({ verdict, reason }) => [verdict, reason])).toEqual(
      CASES.map(() => ['passed', undefined]),
    );
    expect(hits).toBeGreaterThan(0);
  }
  expect([...paths.platform].sort()).toEqual([
    'GET /workspaces/id/activity',
    'GET /workspaces/id/chat-history',
    'POST /registry/heartbeat',
    'POST /registry/register',
    'POST /workspaces',
    'POST /workspaces/id/a2a',
  ]);
  expect([...paths.runtimes].sort()).toEqual(['POST /agents/id']);
});

test('what the harness sends otherwise is what arrives, and it is counted', async () => {
  await using scope = new Scope();
  const { job, base } = await soundWorld(scope);
  const { cases, hits } = await observeUnder(job, base, await trialOf(job, EMPTIED));
  expect(cases.map(({ verdict }) => verdict)).toEqual(CASES.map(() => 'failed'));
  expect(hits).toBe(CASES.length);
});

test('of the whole catalogue only deaths that were not foretold leave evidence, of a chosen fault all of them', async () => {
  await using scope = new Scope();
  const { job, base } = await soundWorld(scope);
  const trial = await trialOf(job, EMPTIED);
  const explained = async (kills: readonly ExpectedKill[], chosen?: readonly string[]) => {
    const { cases } = await observeUnder({ ...job, ...(chosen && { chosen }) }, base, { ...trial, kills });
    expect(cases.map(({ verdict }) => verdict)).toEqual(CASES.map(() => 'failed'));
    return new Set(cases.filter(({ evidence }) => evidence.length > 0).map(({ id }) => id));
  };
  const { cases } = await observeUnder(job, base, trial);
  const [clause = ''] = cases[0]?.findings.map((finding) => finding.clause) ?? [];
  const [first = '', ...others] = CASES;
  const foretold = { caseId: first, clause, reason: /./ };
  expect(await explained([foretold])).toEqual(new Set(others));
  expect(await explained([{ ...foretold, reason: /nothing of the kind/ }])).toEqual(new Set(CASES));
  expect(await explained([foretold], ['N-test'])).toEqual(new Set(CASES));
});

test('another world differs where it says so, and the sound one outlives it', async () => {
  await using scope = new Scope();
  const { job, base } = await soundWorld(scope);
  const seen: unknown[] = [];
  const plant: Plant = {
    kind: 'world',
    boot: {},
    shows: async (changed, sound) => {
      seen.push(changed.id === sound.id, sound.id === base.id, changed.services.every(isAlive));
      return 0;
    },
  };
  const { cases, hits } = await observeUnder(job, base, await trialOf(job, plant));
  expect(cases.map(({ verdict }) => verdict)).toEqual(CASES.map(() => 'passed'));
  expect([hits, ...seen]).toEqual([0, false, true, true]);
  expect(base.services.every(isAlive)).toBe(true);
});

test('cases that keep a world to themselves and drive its clock get one of their own, whatever is planted', async () => {
  await using scope = new Scope();
  const { job, base } = await soundWorld(scope);
  const met: unknown[] = [];
  const suite = testSuite('drives', ['a', 'b'], {
    ...{ needs: ['platform'], isolation: 'own', clock: 'driven' },
    perform: async (_bench, at) => {
      await at.handle().advance(1000);
      met.push(at.world?.id === base.id, at.world?.services.map(({ name }) => name).sort());
    },
  });
  const plan = await suite.plan(sceneOf(job.subject));
  const plants: readonly Plant[] = [
    { kind: 'step', send: (sender) => sender },
    { kind: 'wire', before: 'platform', stand: (target) => openHop(target, {}) },
    lostIs404.plant,
  ];
  for (const plant of plants) {
    const preload = inProject('harness/suites/cursor/preload.ts');
    const proved = { ...suite, proof: async () => ({ ...NO_PROOF, preload }) };
    const planted = { ...lostIs404, plant };
    const cases = new Set(['drives/a', 'drives/b']);
    const seen = await observeUnder(job, base, { suite: proved, plan, planted, kills: [], cases });
    expect(seen.cases.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['passed', undefined],
      ['passed', undefined],
    ]);
  }
  expect(met).toEqual(plants.flatMap(() => [false, OF_A_PLATFORM, false, OF_A_PLATFORM]));
  expect(base.services.every(isAlive)).toBe(true);
});

const OF_A_PLATFORM = ['cp-simulator', 'platform', 'postgres'];

async function soundWorld(scope: Scope) {
  const folder = await mkdtemp(join(tmpdir(), 'assay-under-'));
  scope.defer(() => rm(folder, { recursive: true, force: true }));
  const { directory } = scope.use(testRegistry());
  const job: ProveJob = {
    options: await resolveRunOptions(['corpus'], { out: folder, seed: '1' }, {}, folder),
    suites: await loadSuites(['corpus']),
    subject: await loadSubject(undefined),
    argv: ['prove'],
    display: { quiet: true, color: false, note: () => undefined },
    signal: new AbortController().signal,
    question: 'neutral',
  };
  return { job, base: scope.use(await bootWorld({ ...bootOrder(job), directory })) };
}

async function trialOf({ suites: [suite], subject }: ProveJob, plant: Plant) {
  if (!suite) throw new Error('there is no suite to prove');
  const planted = { id: 'N-test', title: 'a variant of this test', plant };
  const plan = await suite.plan(sceneOf(subject));
  return { suite, plan, planted, kills: [], cases: new Set(CASES) };
}
