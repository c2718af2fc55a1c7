import { renderSummary } from '../report/index.ts';
import { printableJson } from '../report/printable.ts';
import type { Report } from '../report/report.ts';
import type { Shell } from './shell.ts';

/** How much of a report is shown. */
export interface ShowFlags {
  readonly json?: boolean;
  readonly verbose?: boolean;
}

/** Shows a report on stdout: for people, or as one JSON document. */
export function showReport(
  shell: Shell,
  report: Report,
  directory: string,
  { json = false, verbose = false }: ShowFlags,
): void {
  const text = json
    ? `${printableJson(report)}\n`
    : renderSummary(report, { ...shell.outTerminal, directory, verbose });
  shell.out(text);
}
