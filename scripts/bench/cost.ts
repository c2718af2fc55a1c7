import { execa } from 'execa';

/** What a command took: its time on the wall, and the processor time of it and of all that it has waited for. */
export interface Cost {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** Runs Node with the given words in a shell, which can tell processor times; its output goes into a file. */
export async function costOf(cwd: string, words: readonly string[], output = '/dev/null'): Promise<Cost> {
  const startedMs = performance.now();
  const script = 'output=$1; shift; "$@" >"$output" 2>/dev/null || exit 1; times';
  const { stdout } = await execa('sh', ['-c', script, 'sh', output, process.execPath, ...words], { cwd });
  return { wallMs: performance.now() - startedMs, cpuMs: childrenMs(stdout) };
}

/** The second line of `times`: user and system time of the children, such as `0m1.23s 0m0.45s`. */
function childrenMs(times: string): number {
  const parts = [...(times.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  );
}
