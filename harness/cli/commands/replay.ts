import { Command } from 'commander';
import { wholeNumber } from '../../config/whole-number.ts';
import {
  type BulkSummary,
  expectationInWords,
  expectationNamed,
  type ResultWriter,
  replayBulk,
  resultWriter,
} from '../../replay/index.ts';
import { EXIT, type ExitCode } from '../../support/errors.ts';
import { bulkProgress } from '../bulk/progress.ts';
import { bulkSource, STDIN } from '../bulk/source.ts';
import { interruptible } from '../interrupt.ts';
import type { Finish, Shell } from '../shell.ts';

interface Flags {
  readonly url: string;
  readonly expect?: string;
  readonly concurrency: string;
  readonly rate?: string;
  readonly repeat: string;
  readonly deadline: string;
}

/** `assay replay`: posts payloads to one endpoint in bulk and judges each reply by itself. */
export function replayCommand(shell: Shell, finish: Finish): Command {
  return new Command('replay')
    .description('send corpus entries or an NDJSON file to an endpoint in bulk; NDJSON results on stdout')
    .argument(
      '<source>',
      'entry (id or file), corpus folder or shelf, file.ndjson with {id?, headers?, body | bodyBase64} lines, or - for such lines on stdin',
    )
    .requiredOption('--url <endpoint>', 'where every request is posted')
    .option(
      '--expect <what>',
      'hold every reply to: answered (the nonce comes back), result, status=<code>; by default answered, but for entries that are to be refused',
    )
    .option('--concurrency <n>', 'connections, one request at a time each', '10')
    .option('--rate <n>', 'requests per second at most')
    .option('--repeat <n>', 'how often each payload is sent', '1')
    .option('--deadline <ms>', 'after this long without a whole reply a request is a hang', '15000')
    .action(async (source: string, flags: Flags) => finish(await replay(source, flags, shell)));
}

async function replay(source: string, flags: Flags, shell: Shell): Promise<ExitCode> {
  const pace = paceOf(flags);
  const expectation = flags.expect === undefined ? undefined : expectationNamed(flags.expect);
  const { items, count, leftOut } = await bulkSource(source, shell.cwd, () => process.stdin);
  if (leftOut !== undefined) shell.err(`${leftOut}\n`);
  const progress = bulkProgress(shell);
  const results = resultWriter(process.stdout);
  const work = async (signal: AbortSignal) => {
    // Whoever types the lines may never end them.
    if (source === STDIN) signal.addEventListener('abort', () => process.stdin.destroy());
    const summary = await replayBulk({
      ...{ source: items, url: flags.url, ...pace, signal },
      ...{ onProgress: progress.update, onResult: results.write },
      ...(expectation && { expectation }),
      ...(count !== undefined && { total: count * pace.repeat }),
    });
    return flushed(summary, results);
  };
  const summary = await interruptible(shell, work, 'waiting for the replies under way');
  progress.end(summary, expectationInWords(expectation ?? { kind: 'answered' }));
  if (summary.stoppedBy !== undefined) throw summary.stoppedBy;
  return exitCodeOf(summary);
}

/** What stopped it stays the reason, even when the last results cannot be written either. */
async function flushed(summary: BulkSummary, results: ResultWriter): Promise<BulkSummary> {
  try {
    await results.flush();
    return summary;
  } catch (error) {
    return { stoppedBy: error, ...summary };
  }
}

function paceOf({ concurrency, rate, repeat, deadline }: Flags) {
  return {
    concurrency: wholeNumber('--concurrency', concurrency, 1, 1_000),
    repeat: wholeNumber('--repeat', repeat, 1, 1_000_000_000),
    deadlineMs: wholeNumber('--deadline', deadline, 1, 600_000),
    ...(rate !== undefined && { ratePerSecond: wholeNumber('--rate', rate, 1, 1_000_000) }),
  };
}

/** One that was broken decides; then nothing is green that could not be judged, or was not there. */
function exitCodeOf({ interrupted, verdicts: { met, broken, unjudged } }: BulkSummary): ExitCode {
  if (interrupted) return EXIT.interrupted;
  if (broken > 0) return EXIT.failed;
  return met === 0 || unjudged > 0 ? EXIT.unjudged : EXIT.ok;
}
