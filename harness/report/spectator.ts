import type { NewEvent } from './event.ts';
import { briefly } from './failure.ts';
import { openProgress, type ProgressDisplay, type ProgressStream } from './progress.ts';

/** How a run is shown while it goes on. */
export interface SpectatorOptions {
  /** Number of planned cases, for the progress line. */
  readonly total: number;
  readonly color: boolean;
  /** Shows nothing but notes. */
  readonly quiet?: boolean;
}

/** Shows on stderr how far a run is, and its first failure in a line; the story stands in the summary. */
export interface Spectator {
  show(ended: NewEvent): void;
  note(line: string): void;
  end(): void;
}

/** Opens the view of one run: on the display that shows what goes on already, else on one of its own. */
export function openSpectator(
  { quiet = false, ...options }: SpectatorOptions,
  shown?: ProgressDisplay,
  stream: ProgressStream = process.stderr,
): Spectator {
  return quiet ? notesAlone(stream) : watching(options, shown ?? openProgress(stream));
}

/** Somebody else may have the screen, so nothing is written but what is noted. */
function notesAlone(stream: ProgressStream): Spectator {
  return {
    show: () => undefined,
    note: (line) => void stream.write(`${line}\n`),
    end: () => undefined,
  };
}

function watching({ total, color }: SpectatorOptions, progress: ProgressDisplay): Spectator {
  const columns = process.stderr.columns ?? 100;
  const startedMs = performance.now();
  let done = 0;
  let failed = 0;
  return {
    show: (event) => {
      const isFailure =
        event.event === 'case.finished' && event.verdict === 'failed' && event.policy === undefined;
      done += 1;
      if (isFailure) failed += 1;
      if (isFailure && failed === 1) progress.note([briefly(event, 0, { color, columns })]);
      progress.update({ done, total, failed, elapsedMs: performance.now() - startedMs });
    },
    note: (line) => progress.note([line]),
    end: () => progress.end(),
  };
}
