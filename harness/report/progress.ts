/** How far a run has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly elapsedMs: number;
}

/** Where progress goes: a terminal has its one line rewritten, anything else gets a line now and then. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const EVERY_CASES = 50;
const CLEAR_LINE = '\r\x1b[2K';

/** One line: how many of how many, how many failed, and cases per second. */
export function progressLine({ done, total, failed, elapsedMs }: Progress): string {
  const rate = elapsedMs > 0 ? (done / elapsedMs) * 1000 : 0;
  return `${done}/${total} cases, ${failed} failed, ${rate.toFixed(1)}/s`;
}

/** Live progress; `note` prints lines that stay, such as the first failure, without tearing the live line. */
export interface ProgressDisplay {
  update(progress: Progress): void;
  note(lines: readonly string[]): void;
  end(): void;
}

/** Shows progress on `stream`; on a terminal `end` removes the line, elsewhere the last count has been printed. */
export function openProgress(stream: ProgressStream): ProgressDisplay {
  return stream.isTTY === true ? rewritten(stream) : lineByLine(stream);
}

function rewritten(stream: ProgressStream): ProgressDisplay {
  let current = '';
  const show = () => stream.write(`${CLEAR_LINE}${current.slice(0, (stream.columns ?? 80) - 1)}`);
  return {
    update: (progress) => {
      current = progressLine(progress);
      show();
    },
    note: (lines) => {
      stream.write(`${CLEAR_LINE}${lines.join('\n')}\n`);
      show();
    },
    end: () => stream.write(CLEAR_LINE),
  };
}

function lineByLine(stream: ProgressStream): ProgressDisplay {
  return {
    update: (progress) => {
      const due = progress.done % EVERY_CASES === 0 || progress.done === progress.total;
      if (due) stream.write(`${progressLine(progress)}\n`);
    },
    note: (lines) => stream.write(`${lines.join('\n')}\n`),
    end: () => undefined,
  };
}
