import { resolve } from 'node:path';
import { Command } from 'commander';
import { type RunFlags, resolveRunOptions } from '../../config/run-options.ts';
import { STATIC_SUITES, type SuiteName } from '../../config/suites.ts';
import { BROKEN_KINDS } from '../../faults/broken/index.ts';
import type { ProveJob } from '../../prove/job.ts';
import { keepProof } from '../../prove/last-proof.ts';
import type { ProofReport } from '../../prove/proof.ts';
import { sourceDigest } from '../../prove/source-digest.ts';
import { prove } from '../../prove.ts';
import { CATALOGUE, findMutant } from '../../suites/corpus/faults/index.ts';
import { EXIT, type ExitCode, UsageError } from '../../support/errors.ts';
import { interruptible } from '../interrupt.ts';
import { createJob } from '../job.ts';
import { renderProof } from '../proof.ts';
import type { Finish, Shell } from '../shell.ts';

interface Flags extends Omit<RunFlags, 'mutant'> {
  readonly mutant?: readonly string[];
  readonly broken?: boolean;
  readonly json?: boolean;
}

/** `assay prove`: shows that the gates can fail, by planting known regressions or by judging broken subjects. */
export function proveCommand(shell: Shell, finish: Finish): Command {
  return new Command('prove')
    .description('prove that the gates can fail: plant every known regression, or judge five broken subjects')
    .argument('[suite...]', 'suites to prove; all of them by default')
    .option('--broken', 'run the suites against five broken subjects instead: no case may pass')
    .option('--mutant <id...>', 'only these mutants')
    .option('-g, --grep <pattern>', 'only cases whose id or title matches (with --broken)')
    .option('--revision <revision>', 'contract revision: R1, R3 or its date')
    .option('--seed <n>', 'seed of nonces and samples')
    .option('--out <folder>', 'where the runs of the proof go (default: assay-proof)')
    .option('--workers <n>', 'parallel test processes (default: 2)')
    .option('--json', 'print one JSON document on stdout')
    .action(async (suites: string[], flags: Flags) => {
      await interruptible(shell, async (signal) => {
        const digest = await sourceDigest();
        const job = await proveJob(shell, suites, flags, signal);
        const proof = await prove(job);
        if (signal.aborted) return finish(EXIT.interrupted);
        if (isWhole(job) && proof.verdict !== 'inconclusive')
          await keepProof({ digest, proof: figuresOf(proof) });
        shell.out(
          flags.json ? `${JSON.stringify(proof, null, 2)}\n` : renderProof(proof, shell.outTerminal.color),
        );
        finish(exitCodeOf(proof));
      });
    });
}

async function proveJob(
  shell: Shell,
  suites: string[],
  flags: Flags,
  signal: AbortSignal,
): Promise<ProveJob> {
  const { mutant, ...runFlags } = flags;
  if (flags.grep !== undefined && !flags.broken) throw grepWithMutants();
  if (mutant && flags.broken) throw mutantsWithBroken();
  const out = resolve(shell.cwd, flags.out ?? 'assay-proof');
  const resolved = await resolveRunOptions(suites, { ...runFlags, out }, shell.env, shell.cwd);
  const isStatic = (suite: SuiteName) => STATIC_SUITES.includes(suite);
  const options = { ...resolved, suites: resolved.suites.filter((suite) => !isStatic(suite)) };
  const job = await createJob(shell, options, signal, ['prove', ...suites]);
  const mutants =
    flags.broken || options.suites.length === 0 ? [] : mutant ? mutant.map(findMutant) : CATALOGUE;
  return {
    ...{ ...job, mutants, wholeCatalogue: mutants === CATALOGUE },
    broken: flags.broken ? BROKEN_KINDS : [],
    driftSuites: mutant || flags.grep !== undefined ? [] : resolved.suites.filter(isStatic),
  };
}

/** Whether its figures hold for the gates as they are: nothing was left out, and nothing looked at in another way. */
function isWhole({ wholeCatalogue, broken, options }: ProveJob): boolean {
  const isNarrowed = options.grep !== undefined || options.revision !== undefined || options.suitesNamed;
  return (wholeCatalogue || broken.length > 0) && !isNarrowed;
}

function grepWithMutants(): UsageError {
  return new UsageError({
    code: 'GREP_WITH_MUTANTS',
    message: 'Every mutant names its own cases, so -g has nothing to choose from.',
    fix: 'Choose mutants with --mutant <id...>, or add --broken.',
  });
}

function mutantsWithBroken(): UsageError {
  return new UsageError({
    code: 'MUTANTS_WITH_BROKEN',
    message: '--broken judges five broken subjects and plants no mutant.',
    fix: 'Leave out either --broken or --mutant.',
  });
}

function figuresOf({ mutants, broken }: ProofReport) {
  const killed = mutants.filter(({ verdict }) => verdict === 'killed').length;
  return {
    ...(mutants.length > 0 && { mutantScore: { killed, total: mutants.length } }),
    ...(broken.length > 0 && { vacuous: broken.reduce((sum, { vacuous }) => sum + vacuous.length, 0) }),
  };
}

function exitCodeOf({ verdict }: ProofReport): ExitCode {
  switch (verdict) {
    case 'proven':
      return EXIT.ok;
    case 'unproven':
      return EXIT.failed;
    case 'inconclusive':
      return EXIT.unjudged;
    default:
      return verdict satisfies never;
  }
}
