import type { Writable } from 'node:stream';
import { EnvironmentError } from '../support/errors.ts';

/** One of the two streams of a command, whose work does not depend on whether anybody can read what it says. */
export interface Output {
  readonly write: (text: string) => void;
  /** Waits until all of it is written. Throws `EnvironmentError` when it cannot be; that a reader went away is no reason. */
  readonly flush: () => Promise<void>;
}

/** Writes to `stream` until that fails, and keeps why: whoever reads may stop early, as `head` does, or a disk be full. */
export function outputTo(stream: Writable, name: 'stdout' | 'stderr'): Output {
  // Each write is told of its own failure; nobody else need be surprised by it.
  stream.on('error', () => undefined);
  let failure: NodeJS.ErrnoException | undefined;
  let last = Promise.resolve();
  return {
    write: (text) => {
      // A stream that failed once need not answer again.
      if (failure) return;
      last = new Promise((resolve) => {
        attempt(stream, text, (error) => {
          failure ??= error;
          resolve();
        });
      });
    },
    flush: async () => {
      await last;
      if (failure && failure.code !== 'EPIPE') throw unwritten(name, failure);
    },
  };
}

/** A pipe or a terminal says later that it failed, a file at once. */
function attempt(
  stream: Writable,
  text: string,
  onEnd: (error: NodeJS.ErrnoException | undefined) => void,
): void {
  try {
    stream.write(text, (error) => onEnd(error ?? undefined));
  } catch (error) {
    onEnd(error as NodeJS.ErrnoException);
  }
}

function unwritten(name: string, { message }: Error): EnvironmentError {
  return new EnvironmentError({
    code: 'OUTPUT_UNWRITTEN',
    message: `What there was to say cannot be written to ${name} (${message}).`,
    fix: `Make room, or send ${name} elsewhere.`,
  });
}
