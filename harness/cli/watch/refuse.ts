import type { RunOptions } from '../../config/run-options.ts';
import { ASSAY } from '../../support/command.ts';
import { UsageError } from '../../support/errors.ts';
import type { RunCommandFlags } from '../run-flags.ts';

/** Throws `UsageError` for what a run that never ends cannot do. */
export function refuseToWatch({ json, list, shard }: RunCommandFlags, { mode, worldId }: RunOptions): void {
  if (json)
    throw refusal(
      '--json',
      'prints one document, and a watch ends with as many reports as there were changes',
    );
  if (list) throw refusal('--list', 'runs nothing, so there is nothing to run again');
  if (shard !== undefined)
    throw refusal('--shard', 'deals a run out to machines, and a watch is for whoever edits');
  if (mode === 'compose' && worldId === undefined) {
    throw new UsageError({
      code: 'WATCH_WITH_COMPOSE',
      message: '--watch cannot keep containers up to date with each change of a file.',
      fix: `Boot them with ${ASSAY} up --mode compose, and add --world <id>.`,
    });
  }
}

function refusal(flag: string, why: string): UsageError {
  return new UsageError({
    code: 'WATCH_WITH_OTHERS',
    message: `--watch does not go with ${flag}, which ${why}.`,
    fix: 'Leave one of them out.',
  });
}
