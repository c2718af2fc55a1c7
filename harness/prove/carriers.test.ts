import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolveRunOptions } from '../config/run-options.ts';
import { loadSubject } from '../config/subject.ts';
import { bootWorld, type World } from '../environment/index.ts';
import type { Fault, ServicePlant } from '../faults/fault.ts';
import { at } from '../faults/plant.ts';
import { bootOrder } from '../run/world.ts';
import { testSuite } from '../suites/testing.ts';
import { inProject } from '../support/paths.ts';
import { openCarriers } from './carriers.ts';
import type { ProveJob } from './job.ts';
import type { Trial } from './trial.ts';

const preload = inProject('harness/prove/fixtures/preload.ts');
const suite = testSuite('mail', ['one'], {
  proof: async () => ({ faults: [], neutral: [], broken: [], preload }),
});

let job: ProveJob;
let base: World;

beforeAll(async () => {
  job = {
    options: await resolveRunOptions([], { seed: '1' }, {}, '/nowhere'),
    suites: [],
    subject: await loadSubject(undefined),
    argv: ['prove'],
    display: { quiet: true, color: false, note: () => undefined },
    signal: new AbortController().signal,
    question: 'faults',
  };
  base = await bootWorld({ ...bootOrder(job), parts: ['platform', 'database'] });
});
afterAll(() => base?.[Symbol.asyncDispose]());

test('faults of one service go into the same process, one after the other', async () => {
  const trials = [trialOf('raw'), trialOf('toothless')];
  await using carriers = openCarriers(job, base, trials);
  const urls = new Set<string | undefined>();
  for (const trial of trials) {
    await using carrier = await carriers.borrow(trial);
    urls.add(carrier?.world.platform?.url);
    carrier?.keep();
  }
  expect([...urls]).toEqual([expect.stringMatching(/^http/)]);
  expect(urls).not.toContain(base.platform?.url);
});

test('nobody borrows a process that another has', async () => {
  const [raw, toothless] = [trialOf('raw'), trialOf('toothless')];
  await using carriers = openCarriers(job, base, [raw, toothless]);
  const kept = await carriers.borrow(raw);
  kept?.keep();
  await using other = await carriers.borrow(toothless);
  await kept?.[Symbol.asyncDispose]();
  await using again = await carriers.borrow(raw);
  await using beside = await carriers.borrow(toothless);
  const urls = [kept, other, again, beside].map((carrier) => carrier?.world.platform?.url);
  expect(urls[2]).toBe(urls[0]);
  expect(new Set(urls).size).toBe(3);
});

test('a process that is not kept ends, and nobody else gets it', async () => {
  const [raw, toothless] = [trialOf('raw'), trialOf('toothless')];
  await using carriers = openCarriers(job, base, [raw, toothless]);
  const first = await carriers.borrow(raw);
  await first?.[Symbol.asyncDispose]();
  expect(first?.isAlive()).toBe(false);
  await using next = await carriers.borrow(toothless);
  expect(next?.isAlive()).toBe(true);
  expect(next?.world.platform?.url).not.toBe(first?.world.platform?.url);
});

test('with a fault all is forgotten that was green before it', async () => {
  const trials = [trialOf('raw'), trialOf('toothless')];
  await using carriers = openCarriers(job, base, trials);
  const carrier = await carriers.borrow(trialOf('raw'));
  carrier?.green.add('mail/one');
  expect(carrier?.isFresh()).toBe(true);
  await carrier?.plant()[Symbol.asyncDispose]();
  expect([carrier?.isFresh(), carrier?.green.size]).toEqual([false, 0]);
});

test.each([
  ['hangs', trialOf('toothless', { deadlineMs: 3_000 })],
  ['starts its process otherwise', trialOf('toothless', { plant: { ...plantAtSeam(), env: { A: 'b' } } })],
  [
    'is in another service than all others',
    trialOf('toothless', { plant: { ...plantAtSeam(), service: 'cp-simulator' } }),
  ],
])('a fault that %s has processes of its own', async (_what, trial) => {
  await using carriers = openCarriers(job, base, [trialOf('raw'), trialOf('idle'), trial]);
  expect(await carriers.borrow(trial)).toBeUndefined();
});

/** What is planted under an id stands in the fixture; here it is only said where. */
function trialOf(id: string, more: Partial<Fault> = {}): Trial {
  const planted: Fault = { id, title: id, plant: plantAtSeam(), kills: [], ...more };
  return { suite, plan: { cases: [], excluded: [] }, planted, kills: [], cases: new Set() };
}

function plantAtSeam(): ServicePlant {
  const seams = [at('platform.contentToParts', (convert) => convert)];
  return { kind: 'service', service: 'platform', seams };
}
