import { randomBytes } from 'node:crypto';
import { loadCorpus } from '../corpus/index.ts';
import type { World, WorldDescription } from '../environment/index.ts';
import type { ServiceMutant } from '../faults/fault.ts';
import { plantOf } from '../faults/plant-of.ts';
import type { CaseResult } from '../report/event.ts';
import { openRunDirectory } from '../run/directory.ts';
import { discover } from '../run/discover.ts';
import type { RunJob } from '../run/job.ts';
import { reproduceLine } from '../run/reproduce.ts';
import { bootFor } from '../run/world.ts';
import { openTransport, type Transport } from '../suites/corpus/index.ts';
import { type CaseScene, corpusCase } from '../suites/corpus/perform.ts';
import { HarnessError } from '../support/errors.ts';
import { type ProveJob, stepOf } from './job.ts';
import { inLanes } from './lanes.ts';

const CASES_AT_A_TIME = 4;

/**
 * Runs cases under a mutant that is planted beside a sound world. They are the cases of the gate, called here and not
 * by a runner of their own: starting one takes longer than most mutants have cases for. Throws when nothing boots.
 */
export async function runUnderMutant(
  job: ProveJob,
  base: World,
  mutant: ServiceMutant,
  cases: ReadonlySet<string>,
): Promise<readonly CaseResult[]> {
  const step: RunJob = { ...stepOf(job, mutant.id, cases), plant: plantOf(mutant), beside: base };
  const plan = await discover(step);
  await openRunDirectory(step.options.out);
  await using transport = openTransport();
  await using world = await bootFor(step);
  const scene = await sceneOf(step, world, transport, mutant.deadlineMs);
  return await inLanes(plan.cases, CASES_AT_A_TIME, job.signal, (planned) =>
    corpusCase(scene, { ...planned, reproduce: reproduceLine(step, planned.id) }),
  );
}

async function sceneOf(
  { options, subject, corpusFolder }: RunJob,
  world: WorldDescription,
  transport: Transport,
  deadlineMs: number | undefined,
): Promise<CaseScene> {
  const { entries } = await loadCorpus(corpusFolder);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return {
    world,
    transport,
    entry: (id) => byId.get(id) ?? gone(id),
    execution: {
      runDirectory: options.out,
      redactionKey: randomBytes(32).toString('hex'),
      revision: options.revision ?? subject.revision,
      seed: options.seed,
      ...(deadlineMs !== undefined && { deadlineMs }),
    },
  };
}

function gone(id: string): never {
  throw new HarnessError({ code: 'ENTRY_GONE', message: `Entry ${id} was planned and is no longer there.` });
}
