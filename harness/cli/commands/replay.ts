import { Command } from 'commander';
import { wholeNumber } from '../../config/whole-number.ts';
import { replayBulk, resultWriter } from '../../replay/index.ts';
import { EXIT, type ExitCode } from '../../support/errors.ts';
import { bulkProgress } from '../bulk/progress.ts';
import { bulkSource } from '../bulk/source.ts';
import { interruptible } from '../interrupt.ts';
import type { Finish, Shell } from '../shell.ts';

interface Flags {
  readonly url: string;
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
      'entry id, corpus folder, or file.ndjson with {id?, headers?, body | bodyBase64} lines',
    )
    .requiredOption('--url <endpoint>', 'where every request is posted')
    .option('--concurrency <n>', 'connections, one request at a time each', '10')
    .option('--rate <n>', 'requests per second at most')
    .option('--repeat <n>', 'how often each payload is sent', '1')
    .option('--deadline <ms>', 'after this long without a whole reply a request is a hang', '15000')
    .action(async (source: string, flags: Flags) => {
      const pace = paceOf(flags);
      const { items, count } = await bulkSource(source, shell.cwd);
      const progress = bulkProgress(shell);
      const results = resultWriter(process.stdout);
      const summary = await interruptible(shell, async (signal) => {
        try {
          return await replayBulk({
            ...{ source: items, url: flags.url, ...pace, signal },
            ...{ onProgress: progress.update, onResult: results.write },
            ...(count !== undefined && { total: count * pace.repeat }),
          });
        } finally {
          await results.flush();
        }
      });
      progress.end(summary);
      finish(exitCodeOf(summary));
    });
}

function paceOf({ concurrency, rate, repeat, deadline }: Flags) {
  return {
    concurrency: wholeNumber('--concurrency', concurrency, 1, 1_000),
    repeat: wholeNumber('--repeat', repeat, 1, 1_000_000_000),
    deadlineMs: wholeNumber('--deadline', deadline, 1, 600_000),
    ...(rate !== undefined && { ratePerSecond: wholeNumber('--rate', rate, 1, 1_000_000) }),
  };
}

/** Replies alone were judged: a lost or failed message, an opaque answer or a hang is a broken clause. */
function exitCodeOf({ interrupted, outcomes }: Awaited<ReturnType<typeof replayBulk>>): ExitCode {
  if (interrupted) return EXIT.interrupted;
  const broken = outcomes.dropped + outcomes['failed-task'] + outcomes['rejected-opaque'] + outcomes.hang;
  return broken > 0 ? EXIT.failed : EXIT.ok;
}
