import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { loadSubject } from '../../config/subject.ts';
import { answersTo, resolveKills } from '../../faults/resolve.ts';
import { loadSuites } from '../../suites/index.ts';
import type { Plan } from '../../suites/plan.ts';
import { sceneOf } from '../../suites/scene.ts';
import type { Suite } from '../../suites/suite.ts';
import type { CaseIdentity } from '../../support/case.ts';
import { EXIT, UsageError } from '../../support/errors.ts';
import { didYouMean } from '../../support/nearest.ts';
import { inProject } from '../../support/paths.ts';
import { clauseIds, clauseText } from '../clauses.ts';
import { explainBetween } from '../revisions.ts';
import type { Finish, Shell } from '../shell.ts';

/** `assay explain`: what a case checks, expects and is proven by, what a clause says, or what changed between revisions. */
export function explainCommand(shell: Shell, finish: Finish): Command {
  return new Command('explain')
    .description('explain a case (<suite>/<name>@<variant>, or <name>) or a clause (A.4)')
    .argument('[case-or-clause]')
    .option(
      '--between <revisions...>',
      'instead: the rules that differ between two revisions (R1, R3, days between them)',
    )
    .action(async (name: string | undefined, { between }: Flags) => {
      if ((name === undefined) === (between === undefined)) throw oneOfBoth();
      if (between) shell.out(explainBetween(between));
      if (name !== undefined) shell.out(`${await explainName(name)}\n`);
      finish(EXIT.ok);
    });
}

interface Flags {
  readonly between?: readonly string[];
}

async function explainName(name: string): Promise<string> {
  const contract = await readFile(inProject('specs/contract.md'), 'utf8');
  return clauseText(contract, name) ?? explainCase(name, contract);
}

interface Planned {
  readonly suite: Suite;
  readonly plan: Plan;
}

async function explainCase(name: string, contract: string): Promise<string> {
  const subject = await loadSubject();
  const scene = sceneOf(subject);
  const planned = await Promise.all(
    (await loadSuites()).map(async (suite): Promise<Planned> => ({ suite, plan: await suite.plan(scene) })),
  );
  for (const each of planned) {
    const lines = await explainIn(each, name, contract);
    if (lines.length > 0) return lines.join('\n');
  }
  throw unknownName(name, planned, contract);
}

async function explainIn(
  { suite, plan }: Planned,
  name: string,
  contract: string,
): Promise<readonly string[]> {
  const ids = [...plan.cases, ...plan.excluded].map(({ id }) => id).filter((id) => answersTo(id, name));
  if (ids.length === 0) return [];
  const [first] = plan.cases.filter(({ id }) => ids.includes(id));
  const own = (await suite.explain?.(name)) ?? [];
  return [
    ...(own.length > 0 ? own : [`${first?.id ?? name}: ${first?.title ?? ''}`, '']),
    ...(await killers({ suite, plan }, ids)),
    '',
    ...(first ? applying(suite, first, name, contract) : notApplying(plan, ids)),
  ];
}

function applying({ name: suite }: Suite, { clause }: CaseIdentity, name: string, contract: string) {
  const isOne = name.includes('@');
  const pattern = `^${suite}/${bare(name).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}${isOne ? '$' : '(@|$)'}`;
  return [
    clauseText(contract, clause) ?? `Clause ${clause}`,
    '',
    `Run it: npx assay run ${suite} -g '${pattern}'`,
  ];
}

function notApplying({ excluded }: Plan, ids: readonly string[]): readonly string[] {
  const reasons = excluded.filter(({ id }) => ids.includes(id)).map(({ reason }) => reason);
  return [`It does not apply to the reference platform as it is: ${[...new Set(reasons)].join('; ')}.`];
}

/** Faults of a service name cases of the plan; edits of a tree name them as that tree has them. */
async function killers({ suite, plan }: Planned, ids: readonly string[]): Promise<readonly string[]> {
  const { faults } = await suite.proof();
  const ours = faults.filter((fault) =>
    fault.plant.kind === 'tree'
      ? fault.kills.some(
          ({ cases }) => Array.isArray(cases) && cases.some((one) => ids.some((id) => answersTo(id, one))),
        )
      : resolveKills(fault, plan).some(({ caseId }) => ids.includes(caseId)),
  );
  return ours.map(({ id, title }) => `  killed by ${id}: ${title}`);
}

function oneOfBoth(): UsageError {
  return new UsageError({
    code: 'NOTHING_TO_EXPLAIN',
    message: 'explain takes the name of a case or clause, or --between with two revisions.',
    fix: 'For example: assay explain A.4, or assay explain --between R1 R3.',
  });
}

function unknownName(name: string, planned: readonly Planned[], contract: string): UsageError {
  const names = planned.flatMap(({ plan }) => plan.cases.map(({ id }) => bare(id).split('@')[0] ?? id));
  const known = [...new Set(names), ...clauseIds(contract)];
  return new UsageError({
    code: 'UNKNOWN_NAME',
    message: `"${name}" is neither a case nor a clause.`,
    details: [`${known.length} names are known; clauses ${clauseIds(contract).join(' ')}`],
    fix: didYouMean(bare(name).split('@')[0] ?? name, known).slice(0, 200),
  });
}

/** A case's name without its suite. */
function bare(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}
