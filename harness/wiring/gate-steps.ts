import type { Pattern } from '../config/pattern.ts';
import type { Command } from './script.ts';
import type { Job, Step, Workflow } from './workflow.ts';

/** A gate in a step: the command, and all around it. */
export interface GateCall {
  /** What gates: the evidence of runs, or the canaries that are held in this step. */
  readonly by: 'gate' | 'canary';
  readonly workflow: Workflow;
  readonly job: Job;
  readonly step: Step;
  readonly command: Command;
  /** The words behind it. */
  readonly args: readonly string[];
}

/** A step that lets something go where users get it. */
export interface Promotion {
  readonly workflow: Workflow;
  readonly job: Job;
  readonly step: Step;
}

/** Everything that the rules look at. */
export interface Wiring {
  readonly workflows: readonly Workflow[];
  readonly gates: readonly GateCall[];
  readonly promotions: readonly Promotion[];
  /** Names of the checks that a branch requires, as they were given. */
  readonly requiredChecks: readonly string[];
  /** Whether a file of the repository is there. */
  readonly isThere: (path: string) => boolean;
}

/** What a script or the name of a step looks like that promotes. */
export type Promotes = Pick<Pattern, 'test'>;

/** What makes a step one that promotes, unless somebody says otherwise. */
const PROMOTES =
  /^\W*(?:(?:crane|skopeo|regctl|oras)\s+(?:copy|cp|tag)|docker\s+buildx\s+imagetools\s+create|helm\s+upgrade|kubectl\s+(?:apply|set)|gh\s+release\s+(?:create|edit))\b/m;
const NAMED = /\b(?:promote|deploy|release|publish)\b/i;

/**
 * Finds the gates and the promotions of workflows. Where something is promoted that is for `assay gate` to decide; where
 * nothing is, the canaries of a template gate its changes.
 */
export function wiringOf(
  workflows: readonly Workflow[],
  promotes?: Promotes,
): Pick<Wiring, 'gates' | 'promotions'> {
  const steps = workflows.flatMap((workflow) =>
    workflow.jobs.flatMap((job) => job.steps.map((step) => ({ workflow, job, step }))),
  );
  const gates = steps.flatMap((place) =>
    (place.step.script?.commands ?? []).flatMap((command) => {
      const call = callOf(command.words);
      return call ? [{ ...place, command, ...call }] : [];
    }),
  );
  const isGate = new Set(gates.map(({ step }) => step));
  const promotions = steps.filter(({ step }) => !isGate.has(step) && isPromotion(step, promotes));
  return { gates: promotions.length === 0 ? gates : gates.filter(({ by }) => by === 'gate'), promotions };
}

/** Programs that start another one, behind whose name the command of Assay may stand. */
const STARTERS = new Set([
  'bash',
  'sh',
  'npx',
  'node',
  'npm',
  'pnpm',
  'yarn',
  'sudo',
  'env',
  'time',
  'timeout',
  'exec',
]);

/** What of a command gates; nothing of one that is no gate, such as one that only prints these words. */
function callOf(words: readonly string[]): Pick<GateCall, 'by' | 'args'> | undefined {
  const index = words.findIndex((word) => /^(?:.*\/)?(?:assay(?:\.mjs)?|run-canary\.sh)$/.test(word));
  const [program = ''] = words;
  if (index < 0 || (index > 0 && !STARTERS.has(program))) return undefined;
  if (words[index]?.endsWith('run-canary.sh')) return { by: 'canary', args: words.slice(index + 1) };
  const by = words[index + 1];
  return by === 'gate' || by === 'canary' ? { by, args: words.slice(index + 2) } : undefined;
}

function isPromotion({ name, script, uses }: Step, promotes: Promotes | undefined): boolean {
  const text = script?.text ?? uses?.value ?? '';
  if (promotes) return promotes.test(text) || promotes.test(name);
  return PROMOTES.test(text) || (NAMED.test(name) && !/download|upload|checkout/i.test(text));
}
