import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { loadSubject } from '../../config/subject.ts';
import { loadSuites } from '../../suites/index.ts';
import { sceneOf } from '../../suites/scene.ts';
import { factsOf } from '../../suites/tables.ts';
import { ASSAY } from '../../support/command.ts';
import { EXIT, UsageError } from '../../support/errors.ts';
import { inProject } from '../../support/paths.ts';
import { explainCase } from '../explain/case.ts';
import { explainClause } from '../explain/clause.ts';
import { explainPlanted } from '../explain/fault.ts';
import { explainRule } from '../explain/rule.ts';
import { explainBetween } from '../revisions.ts';
import type { Finish, Shell } from '../shell.ts';

/** `assay explain`: what a case checks, expects and is proven by, what a clause says, or what changed between revisions. */
export function explainCommand(shell: Shell, finish: Finish): Command {
  return new Command('explain')
    .description(
      'explain a case (<suite>/<name>@<variant>, or <name>), a clause (A.4), what is planted (M108) or a rule that differs',
    )
    .argument('[name]')
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
  const scene = sceneOf(await loadSubject());
  const suites = await Promise.all((await loadSuites()).map((suite) => factsOf(suite, scene)));
  return (
    explainClause(name, contract, suites) ??
    explainPlanted(name, suites) ??
    explainRule(name) ??
    (await explainCase(name, contract, suites))
  );
}

function oneOfBoth(): UsageError {
  return new UsageError({
    code: 'NOTHING_TO_EXPLAIN',
    message: 'explain takes the name of a case or clause, or --between with two revisions.',
    fix: `For example: ${ASSAY} explain A.4, or ${ASSAY} explain --between R1 R3.`,
  });
}
