import { performance } from 'node:perf_hooks';
import type { Report } from '../report/report.ts';
import { cpuMs, type Span, timeline } from '../run/timeline.ts';

/**
 * Where the time of this process went until now, for people, in milliseconds: a line each for what it did and, marked
 * with a dot, what happened meanwhile. `cpu` is the processor time of this process alone.
 */
export function renderTimings({ cases }: Report): string {
  const sumMs = cases.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const lines = [
    'Where the time went, in milliseconds:',
    row('from', 'took', 'cpu', ''),
    row('0', figure(performance.nodeTiming.bootstrapComplete), '', 'start of Node'),
    ...timeline().map(line),
    row(figure(performance.now()), '', figure(cpuMs(process.cpuUsage())), 'the end, and all in all'),
    `${cases.length} cases took ${figure(sumMs)} in sum, each by its own clock`,
  ];
  return `${lines.join('\n')}\n`;
}

function line({ what, fromMs, tookMs, cpuMs: ownMs }: Span): string {
  if (tookMs === 0) return row(figure(fromMs), '', '', `· ${what}`);
  return row(figure(fromMs), figure(tookMs), figure(ownMs), what);
}

function row(from: string, took: string, cpu: string, what: string): string {
  return `${from.padStart(8)}${took.padStart(8)}${cpu.padStart(8)}  ${what}`.trimEnd();
}

function figure(ms: number): string {
  return String(Math.round(ms));
}
