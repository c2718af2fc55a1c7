import type { GateCall } from '../gate-steps.ts';
import type { Located } from '../located.ts';
import { isBefore } from '../order.ts';
import type { WiringRule } from '../rule.ts';

/** What forgives or skips the step of a gate, or its job. */
export const IN_STEPS: readonly WiringRule[] = [
  {
    id: 'step-continue-on-error',
    says: 'The step of the gate does not go on after an error.',
    find: ({ gates }) =>
      forgiven(
        gates.map(({ step }) => step.continueOnError),
        'the step goes on after HOLD',
      ),
  },
  {
    id: 'job-continue-on-error',
    says: 'The job of the gate does not go on after an error.',
    find: ({ gates }) =>
      forgiven(
        gates.map(({ job }) => job.continueOnError),
        'the job counts as green after HOLD',
      ),
  },
  {
    id: 'step-condition',
    says: 'No condition skips the gate where something is promoted all the same.',
    find: ({ gates, promotions }) =>
      gates.flatMap((gate) =>
        skipped(
          gate.step.condition,
          promotions.map(({ step, job }) => [step.condition, job.condition]),
        ),
      ),
  },
  {
    id: 'job-condition',
    says: 'No condition skips the job of the gate where something is promoted all the same.',
    find: ({ gates, promotions }) =>
      gates.flatMap((gate) =>
        skipped(
          gate.job.condition,
          promotions.map(({ step, job }) => [step.condition, job.condition]),
        ),
      ),
  },
  {
    id: 'promotes-anyway',
    says: 'Nothing is promoted after a gate that has failed.',
    find: ({ gates, promotions }) =>
      promotions
        .filter(({ workflow }) => gates.some((gate) => gate.workflow === workflow))
        .flatMap(({ step, job }) => [step.condition, job.condition])
        .flatMap((each) => (each && /\b(always|failure|cancelled)\(\)/.test(each.value) ? [each] : []))
        .map(({ place, value }) => ({
          place,
          message: `\`${value}\` also holds after HOLD, so it is promoted anyway`,
          fix: 'Take it out: without a condition a step runs only when all before it passed.',
        })),
  },
  {
    id: 'promotes-before',
    says: 'Nothing is promoted before the gate.',
    find: ({ gates, promotions }) =>
      promotions
        .filter((each) =>
          gates.some((gate) => gate.job === each.job && isBefore(each.step.place, gate.step.place)),
        )
        .map(({ step }) => ({
          place: step.place,
          message: 'this promotes before the gate has said anything',
          fix: 'Move it behind the step of the gate.',
        })),
  },
  {
    id: 'shell-unknown',
    says: 'The gate runs in a shell that can be read here.',
    find: ({ gates }) =>
      gates.flatMap(({ step: { shell } }) =>
        shell && !/^(bash|sh)\b/.test(shell.value)
          ? [
              {
                place: shell.place,
                message: `nobody can say here when a script for ${shell.value} stops`,
                fix: 'Write `shell: bash`.',
              },
            ]
          : [],
      ),
  },
];

function forgiven(all: readonly (Located<string> | undefined)[], message: string) {
  return all.flatMap((each) =>
    each && each.value !== 'false'
      ? [{ place: each.place, message, fix: 'Take `continue-on-error` out.' }]
      : [],
  );
}

/** A condition is no fault where all that promotes has the same one; one that is always met is none. */
function skipped(
  condition: GateCall['step']['condition'],
  promotions: readonly (readonly (Located<string> | undefined)[])[],
) {
  if (!condition || /^(\$\{\{\s*)?(success|always|!cancelled)\(\)(\s*\}\})?$/.test(condition.value))
    return [];
  const isShared =
    promotions.length > 0 &&
    promotions.every((each) => each.some((other) => other?.value === condition.value));
  if (isShared) return [];
  return [
    {
      place: condition.place,
      message: `the gate is skipped unless \`${condition.value}\`, and a step that is skipped is no failure`,
      fix: 'Take the condition out, or give what promotes the same one.',
    },
  ];
}
