import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { quoted } from '../../harness/support/command.ts';
import { EnvironmentError } from '../../harness/support/errors.ts';
import { inProject } from '../../harness/support/paths.ts';
import type { PracticeRuntime } from './runtimes.ts';
import { type Tally, tallyOf } from './tally.ts';

/** A runtime that can be started. */
export interface Bench {
  readonly runtime: PracticeRuntime;
  /** Folder below which what is found lies. */
  readonly folder: string;
  /** Folder of the environment in which it is installed. */
  readonly venv: string;
}

/** What it is judged with. */
export interface Manner {
  readonly modelUrl: string;
  /** How often each canary is held. */
  readonly trials: number;
}

/** Both take long to load, and google-adk loads more with its first message. */
const READY_WITHIN_S = '180';

/** Holds all canaries with a runtime by `assay canary`, into a run folder of its own, and answers what they came to. */
export async function judgeRuntime(bench: Bench, manner: Manner): Promise<Tally> {
  const { runtime, folder } = bench;
  const out = join(folder, 'runs', runtime.name);
  await rm(join(out, 'report.json'), { force: true });
  const words = [inProject('scripts/assay.mjs'), 'canary', ...wordsFor(bench, manner), '--out', out];
  const { all, exitCode } = await execa(process.execPath, words, {
    ...{ cwd: inProject(''), reject: false, all: true, stdin: 'ignore' },
    stderr: ['pipe', 'inherit'],
  });
  const report = await readFile(join(out, 'report.json'), 'utf8').catch(() => undefined);
  if (report !== undefined) return tallyOf(runtime.name, JSON.parse(report), join(out, 'report.html'));
  throw new EnvironmentError({
    code: 'NOT_JUDGED',
    message: `\`assay canary\` ended with exit code ${exitCode} and left no report of ${runtime.name}.`,
    details: all.trim().split('\n').slice(-15),
  });
}

function wordsFor(
  { runtime: { folder, claims }, venv }: Bench,
  { modelUrl, trials }: Manner,
): readonly string[] {
  // -B: the clone may belong to somebody else.
  const command = `exec ${quoted(join(venv, 'bin/python'))} -B ${quoted(join(folder, 'main.py'))}`;
  const environment = {
    OPENAI_BASE_URL: `${modelUrl}/v1`,
    OPENAI_API_KEY: 'nobody-looks-at-this-key',
    // Else LiteLLM fetches a list of prices from the internet.
    LITELLM_LOCAL_MODEL_COST_MAP: 'True',
  };
  return [
    ...['--command', command, '--ready-within', READY_WITHIN_S, '--trials', String(trials)],
    ...(claims === undefined ? [] : ['--claims', claims.join(',')]),
    ...Object.entries(environment).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ];
}
