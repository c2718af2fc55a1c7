import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { WorldDescription } from '../environment/index.ts';
import { isForetold, type Observation } from '../faults/judge.ts';
import type { ExpectedKill } from '../faults/resolve.ts';
import { openPages } from '../playwright/pages.ts';
import type { CaseResult } from '../report/event.ts';
import { withinLimit } from '../run/case-limit.ts';
import { openRunDirectory } from '../run/directory.ts';
import { inLanes } from '../run/lanes.ts';
import { executable } from '../run/reproduce.ts';
import { settingOf } from '../run/runner.ts';
import { openSuite, type Stage } from '../suites/perform.ts';
import type { Suite } from '../suites/suite.ts';
import type { PlannedCase } from '../support/case.ts';
import { groupBy } from '../support/group.ts';
import { createRedactor } from '../support/redaction/redactor.ts';
import { isQuiet } from '../support/verdict.ts';
import type { ProveJob } from './job.ts';
import { type Pace, paceOf, USUAL_LANES } from './pace.ts';
import type { PlantedWorld } from './plant-into.ts';
import type { Trial } from './trial.ts';

/** What the cases of a trial come to in a world that has its plant, and how often that came to bear. */
export async function observeIn(
  job: ProveJob,
  { suite, plan, planted: { id, plant, deadlineMs }, kills, cases }: Trial,
  { world, hits, sending }: PlantedWorld,
): Promise<Observation> {
  const pace = paceOf(
    plant,
    plan.cases.filter((each) => cases.has(each.id)),
    lanesOf(suite),
  );
  const step = {
    ...{ suite, name: id },
    ...(deadlineMs !== undefined && { deadlineMs }),
    ...(sending && { sending }),
    ...(!job.chosen && { kills }),
  };
  const results = await performIn(job, step, world, pace);
  return { cases: results, hits: pace.moved + (await hits()) };
}

/** Cases that put a clock forward would do so under each other. */
function lanesOf({ clock }: Suite): number {
  return clock === 'driven' ? 1 : USUAL_LANES;
}

/** Some cases of a suite; what they leave goes into the folder of that name. */
interface Step {
  readonly suite: Suite;
  readonly name: string;
  /** For each of their requests. */
  readonly deadlineMs?: number;
  readonly sending?: PlantedWorld['sending'];
  /** Deaths that nobody has to look into: redacting and writing their evidence takes longer than what they died of. */
  readonly kills?: readonly ExpectedKill[];
}

/**
 * Performs cases of the gate in a world. They are performed here and not by a runner of their own: starting one takes
 * longer than most faults have cases for. Cases that did not end are left out.
 */
export async function performIn(
  job: ProveJob,
  { suite, name, deadlineMs, sending, kills = [] }: Step,
  world: WorldDescription,
  { lanes = lanesOf(suite), cases }: Partial<Pace> & Pick<Pace, 'cases'>,
): Promise<readonly CaseResult[]> {
  const runDirectory = join(job.options.out, name);
  await using _held = await openRunDirectory(runDirectory, name);
  await using open = await openSuite(suite);
  const redactionKey = randomBytes(32).toString('hex');
  const redactor = createRedactor({ secrets: world.secrets, key: redactionKey });
  const setting = {
    ...settingOf(job, { directory: runDirectory, redactionKey }),
    ...(deadlineMs !== undefined && { deadlineMs }),
  };
  const byCase = groupBy(kills, ({ caseId }) => caseId);
  const stageOf = ({ id }: PlannedCase, onIdle: () => void): Stage => ({
    ...{ setting, world, redactor, onIdle },
    ...(sending && { sending }),
    explains: (judged) => !isQuiet(judged) && !isForetold(judged, byCase.get(id) ?? []),
  });
  await using pages = suite.needs.includes('browser') ? await openPages() : undefined;
  const perform = (planned: PlannedCase, onIdle: () => void) => {
    const stage = stageOf(planned, onIdle);
    return pages
      ? pages.inOne((page) => open.perform(planned, { ...stage, page }))
      : open.perform(planned, stage);
  };
  const results = await inLanes(executable(job, cases), lanes, job.signal, (planned, onIdle) =>
    withinLimit(perform(planned, onIdle), job.signal),
  );
  return results.filter((result) => result !== undefined);
}
