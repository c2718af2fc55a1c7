import { type Fault, isOnTree, type Plant } from '../faults/fault.ts';
import { resolveKills } from '../faults/resolve.ts';
import type { Plan, Scene } from './plan.ts';
import type { Suite, SuiteProof } from './suite.ts';

/** A suite with everything that a page about it tells. */
export interface SuiteFacts {
  readonly suite: Suite;
  readonly plan: Plan;
  readonly proof: SuiteProof;
}

/** Gathers what the pages tell of a suite, as far as it applies to the subject of `scene`. */
export async function factsOf(suite: Suite, scene: Scene): Promise<SuiteFacts> {
  return { suite, plan: await suite.plan(scene), proof: await suite.proof() };
}

/** The page that lists what is judged: one row for each suite. */
export function renderSuites(facts: readonly SuiteFacts[]): string {
  const rows = facts.map(({ suite, plan, proof }) => {
    const { name, title, needs, runner } = suite;
    const counts = [plan.cases.length, proof.faults.length, proof.neutral.length, proof.broken.length];
    return `| \`${name}\` | ${title} | ${needs.join(', ')} | ${runner} | ${counts.join(' | ')} |`;
  });
  return `${SUITES_HEAD}\n${rows.join('\n')}\n`;
}

const SUITES_HEAD = `# What Assay judges

One row for each gated suite; \`npx assay run <suite> --list\` shows its cases and \`npx assay explain <case>\` tells
one of them. Each has a folder under \`harness/suites/\`, and one line in the list there. [contract.md](contract.md)
holds the clauses that their findings cite.

This page is generated: \`npx vitest run harness/suites/tables.test.ts -u\` writes it again.

| suite | what holds | needs | runner | cases | faults | neutral variants | broken subjects |
| --- | --- | --- | --- | --: | --: | --: | --: |`;

/** The page that lists what a suite is proven by: what each fault breaks, where, and how many cases must notice. */
export function renderProofPage({ suite, plan, proof }: SuiteFacts): string {
  const faults = proof.faults.map(
    (fault) => `| ${fault.id} | ${fault.title} | ${placeOf(fault.plant)} | ${killsOf(fault, plan)} |`,
  );
  const variants = proof.neutral.map(({ id, title, plant }) => `| ${id} | ${title} | ${placeOf(plant)} |`);
  return [headOf(suite), '## Faults', '', FAULTS_HEAD, ...faults, '', ...variantLines(variants), ''].join(
    '\n',
  );
}

function headOf({ name }: Suite): string {
  return `# What proves \`${name}\`

\`npx assay prove ${name}\` plants each fault, one at a time: every case that it names must turn red with the finding that
it states, some others must stay green, and what was planted must have run. \`--neutral\` plants what is different and
conforms: every case must stay green. M-numbers are those of the contract; P is a fault of the platform, Q of its queue, R
of a runtime, K of the canary runtime, S of sessions, W of the wire, H of the harness itself, N a neutral variant.

This page is generated: \`npx vitest run harness/suites/tables.test.ts -u\` writes it again.
`;
}

const FAULTS_HEAD = '| id | fault | where | cases that must notice |\n| --- | --- | --- | --- |';

function variantLines(rows: readonly string[]): readonly string[] {
  return rows.length === 0
    ? []
    : ['## Neutral variants', '', '| id | what is different | where |\n| --- | --- | --- |', ...rows];
}

function placeOf(plant: Plant): string {
  switch (plant.kind) {
    case 'service':
      return plant.runtimes ? `${plant.service} (${plant.runtimes.join(', ')})` : plant.service;
    case 'wire':
      return `the wire before the ${plant.before}`;
    case 'step':
      return 'our own sending';
    case 'world':
      return 'the world';
    case 'pace':
      return 'the order of the cases';
    case 'subject':
      return 'the subject';
    case 'tree':
      return `the ${plant.ground.name}`;
    default:
      return plant satisfies never;
  }
}

function killsOf(fault: Fault, plan: Plan): string {
  if (isOnTree(fault.plant)) return fault.kills.map(({ cases }) => String(cases)).join(', ');
  const kills = resolveKills(fault, plan);
  const ids = new Set(kills.map(({ caseId }) => caseId));
  const outcomes = [...new Set(kills.flatMap(({ outcome }) => outcome ?? []))];
  return outcomes.length === 0 ? `${ids.size}` : `${ids.size}: ${outcomes.join(', ')}`;
}
