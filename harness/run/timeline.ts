/** Something that took time, in milliseconds; `fromMs` counts since the process began. */
export interface Span {
  readonly what: string;
  readonly fromMs: number;
  readonly tookMs: number;
  /** How long this process had the processor meanwhile, for whatever. */
  readonly cpuMs: number;
}

const PREFIX = 'assay: ';

/** Does the work, and notes on the timeline of this process how long it took; `--timings` shows what stands there. */
export async function timed<T>(what: string, work: () => Promise<T> | T): Promise<T> {
  const start = performance.now();
  const before = process.cpuUsage();
  try {
    return await work();
  } finally {
    performance.measure(PREFIX + what, { start, detail: cpuMs(process.cpuUsage(before)) });
  }
}

/** Notes that something has happened at this moment. */
export function noteMoment(what: string): void {
  performance.mark(PREFIX + what);
}

/** Everything noted so far in the order in which it began; a moment took no time. */
export function timeline(): readonly Span[] {
  return [...performance.getEntriesByType('measure'), ...performance.getEntriesByType('mark')]
    .filter(({ name }) => name.startsWith(PREFIX))
    .map((entry) => ({
      what: entry.name.slice(PREFIX.length),
      fromMs: entry.startTime,
      tookMs: entry.duration,
      cpuMs: Number(Reflect.get(entry, 'detail') ?? 0),
    }))
    .sort((a, b) => a.fromMs - b.fromMs || b.tookMs - a.tookMs);
}

/** Both kinds of processor time of a process, in milliseconds. */
export function cpuMs({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}
