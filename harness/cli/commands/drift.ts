import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { type DriftReport, loadKnownDrifts, withKnownDrifts } from '../../drift/index.ts';
import { EnvironmentError, EXIT, type ExitCode } from '../../support/errors.ts';
import { inProject, projectRoot } from '../../support/paths.ts';
import { checkArchitectureTree, checkEnumTree, type DriftFlags } from '../drift/check.ts';
import { renderDrift } from '../drift/render.ts';
import { driftSarif } from '../drift/sarif.ts';
import type { Finish, Shell } from '../shell.ts';

/** `assay drift`: holds source trees against their enums and against architecture rules, without any world. */
export function driftCommand(shell: Shell, finish: Finish): Command {
  const enums = subcommand('enum', 'specs/drift/enums.yaml', checkEnumTree)
    .description('every enum value that code writes or compares is declared, and of the right type')
    .option('--live [url]', 'ask a real PostgreSQL too: the server at this URL, else one started for it');
  const architecture = subcommand('architecture', 'specs/drift/packs/assay.yaml', checkArchitectureTree)
    .description('layers, forbidden imports, must-call rules, pins and lists')
    .option('--root <folder>', 'the tree to judge, instead of the one that the rules name')
    .option(
      '--revision <R1|R3|day>',
      'what the tree follows of the contract, where rules differ (default: R3)',
    );
  return new Command('drift')
    .description('drift checks on source trees: enums, architecture')
    .addCommand(enums)
    .addCommand(architecture);

  function subcommand(
    name: string,
    ours: string,
    check: (file: string, flags: DriftFlags, cwd: string) => Promise<DriftReport>,
  ): Command {
    return new Command(name)
      .option('--config <file>', `settings or rules (default: our own, ${ours})`)
      .option(
        '--changed <ref>',
        'judge only files that differ from this git revision, and say how many these are',
      )
      .option('--baseline <file>', 'known drifts, which do not gate until they expire')
      .option('--explain', 'print the reason of the rule under every finding')
      .option('--sarif <file>', 'write the findings as SARIF 2.1.0')
      .option('--json', 'print one JSON document')
      .action(async (flags: DriftFlags) => {
        const file = flags.config === undefined ? inProject(ours) : resolve(shell.cwd, flags.config);
        if (flags.config === undefined && shell.cwd !== projectRoot)
          shell.err(`What is judged is the clone of Assay, ${projectRoot}: give another tree's --config.\n`);
        const known = flags.baseline === undefined ? [] : loadKnownDrifts(resolve(shell.cwd, flags.baseline));
        const found = await check(file, flags, shell.cwd);
        const report = withKnownDrifts(found, known, new Date().toISOString().slice(0, 10));
        shell.out(
          flags.json ? `${JSON.stringify(report, null, 2)}\n` : renderDrift(report, flags, shell.outTerminal),
        );
        if (flags.sarif !== undefined) await writeSarif(resolve(shell.cwd, flags.sarif), report);
        finish(exitCodeOf(report));
      });
  }
}

async function writeSarif(file: string, report: DriftReport): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify(driftSarif(report, exitCodeOf(report), '0.1.0'), null, 2)}\n`);
  } catch (error) {
    throw new EnvironmentError({
      code: 'SARIF_UNWRITTEN',
      message: `The findings cannot be written to ${file}: ${(error as Error).message}.`,
      fix: 'Give --sarif a file in a folder that is there, that you may write to, and that has room.',
    });
  }
}

function exitCodeOf({ verdict }: DriftReport): ExitCode {
  switch (verdict) {
    case 'passed':
      return EXIT.ok;
    case 'failed':
      return EXIT.failed;
    case 'inconclusive':
      return EXIT.unjudged;
    default:
      return verdict satisfies never;
  }
}
