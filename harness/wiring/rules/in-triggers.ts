import type { WiringRule } from '../rule.ts';
import type { Trigger, Workflow } from '../workflow.ts';

/** Faults by which a workflow with a gate is not started at all. */
export const IN_TRIGGERS: readonly WiringRule[] = [
  {
    id: 'trigger-none',
    says: 'Something starts the workflow of the gate.',
    find: ({ gates }) =>
      workflowsOf(gates)
        .filter(({ triggers }) => triggers.length === 0)
        .map(({ place }) => ({
          place,
          message: 'nothing starts this workflow',
          fix: 'Add `on:` with what is promoted.',
        })),
  },
  {
    id: 'trigger-empty',
    says: 'No filter of a trigger lets nothing through.',
    find: ({ gates }) =>
      filtersOf(gates)
        .filter(({ value }) => value.length === 0 || value.every((each) => each.startsWith('!')))
        .map(({ name, place }) => ({
          place,
          message: `\`${name}\` lets nothing through`,
          fix: 'Name what is promoted, or take the filter out.',
        })),
  },
  {
    id: 'trigger-paths',
    says: 'The gate does not depend on which files have changed.',
    find: ({ gates }) =>
      filtersOf(gates)
        .filter(({ name }) => name === 'paths' || name === 'paths-ignore')
        .map(({ name, place }) => ({
          place,
          message: `with \`${name}\` a change beside these files is promoted ungated`,
          fix: 'Take the filter out.',
        })),
  },
  {
    id: 'trigger-elsewhere',
    says: 'The gate starts on what is promoted.',
    find: ({ gates, promotions }) =>
      promotions
        .filter(({ workflow }) => gates.length > 0 && !gates.some((gate) => gate.workflow === workflow))
        .flatMap(({ workflow }) =>
          workflow.triggers.filter((each) => !gates.some((gate) => starts(gate.workflow, each))),
        )
        .map(({ value, place }) => ({
          place,
          message: `this promotes on ${value}, and no workflow with a gate starts on that`,
          fix: 'Move the gate into this workflow, and let what promotes wait for it.',
        })),
  },
];

function workflowsOf(gates: readonly { readonly workflow: Workflow }[]): readonly Workflow[] {
  return [...new Set(gates.map(({ workflow }) => workflow))];
}

function filtersOf(gates: readonly { readonly workflow: Workflow }[]) {
  return workflowsOf(gates).flatMap(({ triggers }) =>
    triggers
      .filter(({ value }) => value === 'push' || value.startsWith('pull_request'))
      .flatMap(({ filters }) =>
        Object.entries(filters)
          .filter(([name]) => name !== 'types')
          .map(([name, each]) => ({ name, ...each })),
      ),
  );
}

/** Whether a workflow starts on an event with the same kind of ref. */
function starts({ triggers }: Workflow, { value, filters }: Trigger): boolean {
  const own = triggers.find((each) => each.value === value);
  if (!own) return false;
  return ['tags', 'branches'].every(
    (ref) =>
      filters[ref] === undefined || own.filters[ref] !== undefined || Object.keys(own.filters).length === 0,
  );
}
