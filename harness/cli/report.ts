import { renderSummary } from '../report/index.ts';
import type { Report } from '../report/report.ts';
import type { Shell } from './shell.ts';

/** Shows a report on stdout: for people, or as one JSON document. */
export function showReport(shell: Shell, report: Report, directory: string, json: boolean): void {
  const text = json
    ? `${JSON.stringify(report, null, 2)}\n`
    : renderSummary(report, { ...shell.outTerminal, directory });
  shell.out(text);
}
