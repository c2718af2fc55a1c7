import { renderSummary } from '../report/index.ts';
import type { Report } from '../report/report.ts';
import type { Shell } from './shell.ts';

/** Shows a report on stdout: for people, or as one JSON document. */
export function showReport(shell: Shell, report: Report, directory: string, json: boolean): void {
  if (json) return shell.out(`${JSON.stringify(report, null, 2)}\n`);
  shell.out(renderSummary(report, { ...shell.outTerminal, directory }));
}
