import { resolve } from 'node:path';
import { Command } from 'commander';
import { type RunFlags, type RunOptions, resolveRunOptions } from '../../config/run-options.ts';
import { wholeNumber } from '../../config/whole-number.ts';
import { changeSince } from '../../drift/index.ts';
import type { ProveJob, Question } from '../../prove/job.ts';
import { killMatrixOf } from '../../prove/kill-matrix.ts';
import type { ProofReport } from '../../prove/proof.ts';
import { sourceDigest } from '../../prove/source-digest.ts';
import { prove } from '../../prove.ts';
import { EXIT, type ExitCode, UsageError } from '../../support/errors.ts';
import { projectRoot } from '../../support/paths.ts';
import { interruptible } from '../interrupt.ts';
import { createJob } from '../job.ts';
import { keepOrTell } from '../keep-proof.ts';
import { renderProof } from '../proof.ts';
import type { Finish, Shell } from '../shell.ts';
import { openView, READING, type View } from '../view.ts';

interface Flags extends Omit<RunFlags, 'mutant'> {
  readonly mutant?: readonly string[];
  readonly changed?: string;
  readonly neutral?: boolean;
  readonly broken?: boolean;
  readonly sample?: string;
  readonly json?: boolean;
}

/** `assay prove`: shows that the gates can fail, stay quiet and see through rubbish. */
export function proveCommand(shell: Shell, finish: Finish): Command {
  return new Command('prove')
    .description('prove the gates: plant every known regression, or conforming variants, or broken subjects')
    .argument('[suite...]', 'suites to prove; all of them by default')
    .option('--neutral', 'plant what conforms instead: every case must stay green')
    .option('--broken', 'judge subjects that are worthless instead: no case may pass')
    .option(
      '--mutant <id...>',
      'only these mutants (with --neutral or --broken: only these variants or subjects)',
    )
    .option('--changed <ref>', 'only what the changes since a git revision touch (also with --neutral)')
    .option('-g, --grep <pattern>', 'only cases whose id or title matches (with --neutral or --broken)')
    .option(
      '--sample <n>',
      'only so many of the cases that a mutant names (default: 8), or in each variant; "all" for all',
    )
    .option('--revision <revision>', 'contract revision: R1, R3 or a day between them')
    .option('--seed <n>', 'seed of nonces and samples (default: 1)')
    .option('--out <folder>', 'where the runs of the proof go (default: assay-proof)')
    .option('--workers <n>', 'how much to do at a time (default: 2)')
    .option('--json', 'print one JSON document on stdout')
    .action(async (suites: string[], flags: Flags) => {
      await interruptible(shell, async (signal) => {
        using view = openView(shell, READING);
        const digest = await sourceDigest();
        const job = await proveJob(shell, suites, flags, signal, view);
        const proof = await prove(job);
        view.end();
        if (signal.aborted) return finish(EXIT.interrupted);
        if (isWhole(job) && proof.verdict === 'proven' && (await sourceDigest()) === digest)
          await keepOrTell(shell, { digest, proof: figuresOf(proof) });
        shell.out(
          flags.json ? `${JSON.stringify(proof, null, 2)}\n` : renderProof(proof, shell.outTerminal.color),
        );
        finish(exitCodeOf(proof));
      });
    });
}

/** A proof says the same twice: whatever is drawn, such as the cases that must stay green, is drawn alike. */
const SEED = 1;

async function proveJob(
  shell: Shell,
  suites: string[],
  flags: Flags,
  signal: AbortSignal,
  view: View,
): Promise<ProveJob> {
  const { mutant: chosen, ...runFlags } = flags;
  const question = questionOf(flags);
  const sample = sampleOf(flags, question);
  const changed = changedSince(flags);
  const out = resolve(shell.cwd, flags.out ?? 'assay-proof');
  const options = await resolveRunOptions(suites, { ...runFlags, out }, shell.env, shell.cwd, { seed: SEED });
  if (options.subjectFile !== undefined) throw anotherSubject(options);
  const job = await createJob(shell, options, signal, view);
  return {
    ...{ ...job, question },
    ...(chosen && { chosen }),
    ...(changed && { changed }),
    ...(sample !== undefined && { sample }),
  };
}

/** What is planted stands in our own services, so a proof is about the reference platform. */
function anotherSubject({ subjectAs }: RunOptions): UsageError {
  return new UsageError({
    code: 'PROVE_OTHER_SUBJECT',
    message: `A proof plants into the reference platform, and the settings name another one: ${subjectAs}.`,
    fix: 'Take that out for this command.',
  });
}

function sampleOf({ sample, changed }: Flags, question: Question): number | undefined {
  if (sample === undefined) return undefined;
  if (question === 'broken') throw nothingToSample('a broken subject gets all cases');
  if (question === 'faults' && changed !== undefined) throw nothingToSample('--changed chooses by itself');
  return sample === 'all' ? Number.POSITIVE_INFINITY : wholeNumber('--sample', sample, 1, 100_000);
}

function nothingToSample(why: string): UsageError {
  return new UsageError({
    code: 'NOTHING_TO_SAMPLE',
    message: `--sample has nothing to choose here: ${why}.`,
    fix: 'Leave --sample out.',
  });
}

function changedSince({ changed: since, mutant, broken }: Flags): ProveJob['changed'] {
  if (since === undefined) return undefined;
  if (!mutant && !broken) return changeSince(projectRoot, since);
  throw new UsageError({
    code: 'CHOSEN_TWICE',
    message: `--changed chooses what to plant by itself, and ${mutant ? '--mutant' : '--broken'} does so too.`,
    fix: 'Leave one of them out.',
  });
}

function questionOf({ neutral, broken, grep }: Flags): Question {
  if (neutral && broken) {
    throw new UsageError({
      code: 'TWO_QUESTIONS',
      message: '--neutral and --broken ask two different things.',
      fix: 'Leave one of them out, and ask again for the other.',
    });
  }
  if (neutral) return 'neutral';
  if (broken) return 'broken';
  if (grep === undefined) return 'faults';
  throw new UsageError({
    code: 'GREP_WITH_MUTANTS',
    message: 'Every mutant names its own cases, so -g has nothing to choose from.',
    fix: 'Choose mutants with --mutant <id...>, or add --neutral or --broken.',
  });
}

/** Whether its figures hold for the gates as they are: nothing was left out, and nothing looked at in another way. */
function isWhole({ chosen, changed, sample, options }: ProveJob): boolean {
  const isNarrowed = options.grep !== undefined || options.revision !== undefined || options.suitesNamed;
  const hasAllCases = sample === undefined || sample === Number.POSITIVE_INFINITY;
  return chosen === undefined && changed === undefined && hasAllCases && !isNarrowed;
}

function figuresOf({ mutants, deaths, unkilled, neutral, broken }: ProofReport) {
  const killed = mutants.filter(({ verdict }) => verdict === 'killed').length;
  const alarms = neutral.reduce((sum, each) => sum + each.alarms.length, 0);
  return {
    ...(mutants.length > 0 && {
      mutantScore: { killed, total: mutants.length },
      kills: killMatrixOf(mutants),
    }),
    ...(deaths && { deaths }),
    ...(unkilled && { unkilled: unkilled.length }),
    ...(neutral.length > 0 && { falseAlarms: { alarms, variants: neutral.length } }),
    ...(broken.length > 0 && { vacuous: broken.reduce((sum, { vacuous }) => sum + vacuous.length, 0) }),
  };
}

function exitCodeOf({ verdict }: ProofReport): ExitCode {
  switch (verdict) {
    case 'proven':
    case 'unaffected':
      return EXIT.ok;
    case 'unproven':
      return EXIT.failed;
    case 'inconclusive':
      return EXIT.unjudged;
    default:
      return verdict satisfies never;
  }
}
