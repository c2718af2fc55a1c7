import { createHash, randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ASSAY } from '../support/command.ts';
import { HarnessError } from '../support/errors.ts';
import { renderCtrf } from './ctrf.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import type { Report } from './report.ts';
import { renderSarif } from './sarif.ts';
import { reportCheck } from './schemas.ts';

/** The files that are made from a report, by the name each has in the run directory. */
export const REPORT_FILES = [
  'report.json',
  'ctrf.json',
  'junit.xml',
  'summary.md',
  'sarif.json',
  'report.html',
  'bundle.json',
] as const;
export type ReportFile = (typeof REPORT_FILES)[number];

/** The content of `bundle.json`: SHA-256 of each other file that was made of the same report. */
export interface Bundle {
  readonly formatVersion: 1;
  readonly runId: string;
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Writes every report file into the run directory, each whole or not at all, mode 0600. A report that does not
 * satisfy its published schema is a `HarnessError`, and then no file is touched.
 */
export async function writeReportFiles(directory: string, report: Report): Promise<void> {
  const checked = reportCheck()(report);
  if ('violations' in checked) throw malformed(checked.violations);
  await writeSoundReport(directory, report);
}

/** The same of a report that was held against its schema just now. */
export async function writeSoundReport(directory: string, report: Report): Promise<void> {
  const written: Record<string, string> = {};
  for (const name of REPORT_FILES) {
    const content = await render(name, report, directory, written);
    await writeAtomically(join(directory, name), content);
    written[name] = createHash('sha256').update(content).digest('hex');
  }
}

async function render(
  name: ReportFile,
  report: Report,
  directory: string,
  written: Bundle['files'],
): Promise<string> {
  switch (name) {
    case 'report.json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'ctrf.json':
      return `${JSON.stringify(renderCtrf(report), null, 2)}\n`;
    case 'junit.xml':
      return renderJunit(report);
    case 'sarif.json':
      return `${JSON.stringify(renderSarif(report), null, 2)}\n`;
    case 'summary.md':
      return renderMarkdown(report);
    case 'report.html':
      return await (await import('./html/render-html.ts')).renderHtml(report, directory);
    case 'bundle.json':
      return `${JSON.stringify({ formatVersion: 1, runId: report.runId, files: written } satisfies Bundle, null, 2)}\n`;
    default:
      return name satisfies never;
  }
}

/** Writes beside the file and renames, so that a reader meets the old content or the new, never half of one. */
async function writeAtomically(file: string, content: string): Promise<void> {
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, content, { mode: 0o600, flag: 'wx', flush: true });
    await rename(draft, file);
  } catch (cause) {
    await rm(draft, { force: true });
    throw new HarnessError({
      code: 'REPORT_NOT_WRITTEN',
      message: `${file} could not be written: ${cause instanceof Error ? cause.message : String(cause)}.`,
      fix: `Make the directory writable and free space on its disk, then: ${ASSAY} report rebuild ${dirname(file)}`,
      cause,
    });
  }
}

function malformed(violations: readonly string[]): HarnessError {
  return new HarnessError({
    code: 'REPORT_MALFORMED',
    message: 'The report does not satisfy its published schema, so nothing was written.',
    details: violations.slice(0, 20),
    fix: 'This is a fault of Assay: please report it with the events.ndjson of the run.',
  });
}
