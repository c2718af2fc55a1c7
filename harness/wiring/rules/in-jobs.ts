import { waitsFor } from '../order.ts';
import type { WiringRule } from '../rule.ts';
import type { Job } from '../workflow.ts';

/** Faults between jobs. */
export const IN_JOBS: readonly WiringRule[] = [
  {
    id: 'no-gate',
    says: 'Some step calls the gate.',
    find: ({ gates, workflows, promotions }) =>
      gates.length > 0 || workflows.length === 0
        ? []
        : [
            {
              place: promotions[0]?.step.place ?? workflows[0]?.place ?? { file: '', line: 1 },
              message: 'no step of these workflows calls `assay gate`',
              fix: 'Add a step `run: npx assay gate --digest <image@sha256:…> assay-report` before what promotes.',
            },
          ],
  },
  {
    id: 'not-needed',
    says: 'What promotes waits for the gate.',
    find: ({ gates, promotions }) =>
      promotions
        .filter(({ workflow, job }) => {
          const own = gates.filter((gate) => gate.workflow === workflow);
          return own.length > 0 && !own.some((gate) => gate.job === job || waitsFor(workflow, job, gate.job));
        })
        .map(({ job }) => ({
          place: job.place,
          message: `job ${job.id} promotes and does not wait for the gate`,
          fix: `Add \`needs: ${gates[0]?.job.id}\` to it.`,
        })),
  },
  {
    id: 'needs-unknown',
    says: 'Every job that is waited for exists.',
    find: ({ workflows }) =>
      workflows.flatMap(({ jobs }) =>
        jobs.flatMap(({ needs }) =>
          needs
            .filter(({ value }) => !jobs.some(({ id }) => id === value))
            .map(({ value, place }) => ({
              place,
              message: `there is no job ${value} to wait for`,
              fix: `Name one of ${jobs.map(({ id }) => id).join(', ')}.`,
            })),
        ),
      ),
  },
  {
    id: 'shard-lost',
    says: 'A matrix runs every shard.',
    find: ({ workflows }) => workflows.flatMap(({ jobs }) => jobs.flatMap(lostShards)),
  },
  {
    id: 'nothing-waits',
    says: 'Something waits for the gate: a step that promotes, or a branch that requires its check.',
    find: ({ gates, promotions, requiredChecks }) =>
      gates[0] === undefined || promotions.length > 0 || requiredChecks.length > 0
        ? []
        : [
            {
              place: gates[0].step.place,
              message:
                'nothing is promoted in these workflows, and no required check was named: nobody waits for this gate',
              fix: 'Name also the workflow that promotes, or the check that the branch requires: --required-check <name>.',
            },
          ],
  },
  {
    id: 'required-check-unknown',
    says: 'Every required check is the name of a job.',
    find: ({ workflows, requiredChecks }) => {
      const names = workflows.flatMap(({ jobs }) => jobs.flatMap(checkNames));
      return requiredChecks
        .filter((check) => !names.includes(check))
        .map((check) => ({
          place: workflows[0]?.place ?? { file: '', line: 1 },
          message: `no job reports the required check "${check}", so it is never red`,
          fix: `Require one of: ${names.join(', ')}.`,
        }));
    },
  },
];

/** A job with a matrix reports a check for each combination. */
function checkNames({ name, matrix }: Job): readonly string[] {
  const combinations = Object.values(matrix).reduce<readonly string[][]>(
    (all, { value }) => all.flatMap((each) => value.map((more) => [...each, more])),
    [[]],
  );
  return combinations.map((values) => (values.length === 0 ? name : `${name} (${values.join(', ')})`));
}

/** Shards that a job asks for by `--shard ${{ matrix.<axis> }}/<n>`, and does not run. */
function lostShards({ steps, matrix, excludes }: Job) {
  return steps.flatMap(({ script, place }) => {
    const [, axis = '', total = ''] =
      /--shard[= ]["']?\$\{\{\s*matrix\.([\w-]+)\s*\}\}\/(\d+)/.exec(script?.text ?? '') ?? [];
    if (axis === '') return [];
    const own = matrix[axis];
    const lost = Array.from({ length: Number(total) }, (_, index) => String(index + 1)).filter(
      (index) => !own?.value.includes(index),
    );
    const where = lost.length > 0 ? (own?.place ?? place) : excludes;
    if (!where) return [];
    const what =
      lost.length > 0
        ? `shard ${lost.join(', ')} of ${total} is run by nobody`
        : 'combinations are taken out of a matrix of shards';
    return [{ place: where, message: what, fix: `Let ${axis} be 1 to ${total}, and exclude nothing.` }];
  });
}
