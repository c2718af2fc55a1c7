import { type Clock, SYSTEM_CLOCK } from './clock.ts';

/** How far the cases of a run have come, or what else is counted. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Not told when absent. */
  readonly failed?: number;
  readonly elapsedMs: number;
  /** `cases` when absent. */
  readonly what?: string;
}

/** Where progress goes: a terminal has its one line rewritten, anything else gets a line now and then. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows what goes on, and that it goes on. `note` prints lines that stay, without tearing the live line. */
export interface ProgressDisplay {
  /** What goes on from now on, such as `booting the world`. */
  begin(phase: string): void;
  /** Something of it is done. */
  step(what: string): void;
  update(progress: Progress): void;
  note(lines: readonly string[]): void;
  /** Nothing goes on any more; `begin` goes on. */
  end(): void;
}

/** So long nothing is printed off a terminal before a line says what goes on. */
export const SILENCE_MS = 10_000;
const EVERY_CASES = 50;
const FRAME_MS = 100;
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const CLEAR_LINE = '\r\x1b[2K';

/** One line: how many of how many, how many failed, and how many per second. */
export function progressLine({ done, total, failed, elapsedMs, what = 'cases' }: Progress): string {
  const rate = elapsedMs > 0 ? (done / elapsedMs) * 1000 : 0;
  const bad = failed === undefined ? '' : `, ${failed} failed`;
  return `${done}/${total} ${what}${bad}, ${rate.toFixed(1)}/s`;
}

/** Shows progress on `stream`; on a terminal `end` removes the line, elsewhere the last count has been printed. */
export function openProgress(stream: ProgressStream, clock: Clock = SYSTEM_CLOCK): ProgressDisplay {
  return stream.isTTY === true ? rewritten(stream, clock) : lineByLine(stream, clock);
}

/** One line with a spinner: the phase, for how long, and its last step or count. */
function rewritten(stream: ProgressStream, clock: Clock): ProgressDisplay {
  const phase = timedPhase(clock);
  let frame = 0;
  const show = () => {
    const line = `${FRAMES[frame % FRAMES.length]} ${phase.inWords()}`;
    stream.write(`${CLEAR_LINE}${line.slice(0, (stream.columns ?? 80) - 1)}`);
  };
  const spin = () => {
    frame += 1;
    show();
  };
  const spinner = repeated(clock, FRAME_MS, spin);
  const after = (change: () => void) => {
    change();
    show();
  };
  return {
    begin: (name) => {
      spinner.start();
      after(() => phase.begin(name));
    },
    step: (what) => after(() => phase.reach(what)),
    update: (progress) => after(() => phase.reach(withTimeLeft(progress))),
    note: (lines) => {
      stream.write(`${CLEAR_LINE}${lines.join('\n')}\n`);
      if (spinner.isOn()) show();
    },
    end: () => {
      spinner.stop();
      stream.write(CLEAR_LINE);
    },
  };
}

/** A line for each phase, step and so many cases; after a silence, one that says what still goes on. */
function lineByLine(stream: ProgressStream, clock: Clock): ProgressDisplay {
  const phase = timedPhase(clock);
  let writtenMs = clock.nowMs();
  const write = (text: string) => {
    writtenMs = clock.nowMs();
    stream.write(`${text}\n`);
  };
  const heart = repeated(clock, SILENCE_MS / 10, () => {
    if (clock.nowMs() - writtenMs >= SILENCE_MS) write(`still ${phase.inWords()}`);
  });
  return {
    begin: (name) => {
      phase.begin(name);
      heart.start();
      write(`${name} …`);
    },
    step: (what) => {
      phase.reach(what);
      write(`  ${what}`);
    },
    update: (progress) => {
      phase.reach(withTimeLeft(progress));
      const due = progress.done % EVERY_CASES === 0 || progress.done === progress.total;
      if (due) write(progressLine(progress));
    },
    note: (lines) => write(lines.join('\n')),
    end: heart.stop,
  };
}

/** What goes on, since when, and how far it is. */
function timedPhase(clock: Clock) {
  let name = 'working';
  let beganMs = clock.nowMs();
  let reached: string | undefined;
  return {
    begin: (phase: string) => {
      name = phase;
      beganMs = clock.nowMs();
      reached = undefined;
    },
    reach: (what: string) => {
      reached = what;
    },
    inWords: () => {
      const seconds = Math.floor((clock.nowMs() - beganMs) / 1000);
      return `${name}, ${seconds} s${reached === undefined ? '' : `: ${reached}`}`;
    },
  };
}

function withTimeLeft(progress: Progress): string {
  const { done, total, elapsedMs } = progress;
  const left = done === 0 ? '' : `, about ${Math.ceil((elapsedMs / done / 1000) * (total - done))} s left`;
  return `${progressLine(progress)}${left}`;
}

/** Does something again and again, from `start` to `stop`. */
function repeated(clock: Clock, everyMs: number, tick: () => void) {
  let going: Disposable | undefined;
  return {
    isOn: () => going !== undefined,
    start: () => {
      going ??= clock.every(everyMs, tick);
    },
    stop: () => {
      going?.[Symbol.dispose]();
      going = undefined;
    },
  };
}
