import { readFile } from 'node:fs/promises';
import { AssayError } from '../support/errors.ts';
import type { Report } from './report.ts';
import { reportCheck } from './schemas.ts';

/** Reads a `report.json`; one that is missing, truncated or of another version is an `AssayError` (exit 2). */
export async function readReport(file: string): Promise<Report> {
  const checked = reportCheck()(parseReport(file, await readText(file)));
  if ('value' in checked) return checked.value;
  throw unreadable(file, 'does not satisfy the report schema', { details: checked.violations.slice(0, 10) });
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw unreadable(file, 'cannot be read', { cause });
  }
}

function parseReport(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadable(file, 'is truncated or no JSON', { cause });
  }
}

function unreadable(
  file: string,
  what: string,
  more: { details?: readonly string[]; cause?: unknown },
): AssayError {
  return new AssayError({
    code: 'REPORT_UNREADABLE',
    message: `The report ${file} ${what}.`,
    fix: 'Name the run directory of a finished run, or run again.',
    ...more,
  });
}
