import { type Promotes, type Wiring, wiringOf } from './gate-steps.ts';
import type { WiringFinding, WiringRule } from './rule.ts';
import { IN_ARGUMENTS } from './rules/in-arguments.ts';
import { IN_JOBS } from './rules/in-jobs.ts';
import { IN_SCRIPT } from './rules/in-script.ts';
import { IN_STEPS } from './rules/in-steps.ts';
import { IN_TRIGGERS } from './rules/in-triggers.ts';
import type { Workflow } from './workflow.ts';

/** Every kind of fault that is looked for. */
export const WIRING_RULES: readonly WiringRule[] = [
  ...IN_JOBS,
  ...IN_STEPS,
  ...IN_SCRIPT,
  ...IN_TRIGGERS,
  ...IN_ARGUMENTS.map(ofEvidence),
];

/** Only `assay gate` is told what it decides on; canaries are held where they are called. */
function ofEvidence({ find, ...rule }: WiringRule): WiringRule {
  return {
    ...rule,
    find: (wiring) => find({ ...wiring, gates: wiring.gates.filter(({ by }) => by === 'gate') }),
  };
}

/** What is known beside the workflows. */
export interface WiringOptions extends Pick<Wiring, 'requiredChecks' | 'isThere'> {
  /** What makes a step one that promotes, where the usual signs do not do. */
  readonly promotes?: Promotes;
}

/** Finds where workflows call the gate so that it gates nothing, in the order of the files. */
export function checkWiring(
  workflows: readonly Workflow[],
  options: WiringOptions,
): readonly WiringFinding[] {
  const { promotes, ...known } = options;
  const wiring = { workflows, ...wiringOf(workflows, promotes), ...known };
  const files = workflows.map(({ file }) => file);
  return WIRING_RULES.flatMap(({ id, find }) =>
    find(wiring).map((finding) => ({ rule: id, ...finding })),
  ).toSorted(
    ({ place: a }, { place: b }) =>
      files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0),
  );
}
