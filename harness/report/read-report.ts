import { readFile } from 'node:fs/promises';
import { AssayError } from '../support/errors.ts';
import { READABLE_VERSIONS } from './event.ts';
import { foreignKind } from './foreign.ts';
import type { Report } from './report.ts';
import { type Check, reportCheck } from './schemas.ts';

/**
 * Reads a `report.json`. One that is missing, empty, truncated, of something else or of another version is an
 * `AssayError` (exit 2) that says which.
 */
export async function readReport(file: string, check: Check<Report> = reportCheck()): Promise<Report> {
  const value = parseReport(file, await readText(file));
  refuseForeign(file, value);
  const checked = check(value);
  if ('value' in checked) return checked.value;
  throw unreadable(file, 'does not satisfy the report schema', {
    details: checked.violations.slice(0, 10),
    fix: 'It was edited, or written by something else: get it as the run left it, or run again.',
  });
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw unreadable(file, 'cannot be read', { cause });
  }
}

function parseReport(file: string, text: string): unknown {
  if (text.trim() === '') throw unreadable(file, 'is empty');
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (endsTooEarly(text, cause as Error))
      throw unreadable(file, 'is truncated: it ends in the middle', { cause });
    const kind = foreignKind(text);
    throw unreadable(file, kind ? `is ${kind}, no report.json` : 'is no JSON', { cause });
  }
}

/** Whether a parser missed something only where the text ends. */
function endsTooEarly(text: string, { message }: Error): boolean {
  if (!text.trimStart().startsWith('{')) return false;
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  return /end of JSON|Unterminated/.test(message) || Number(position) >= text.trimEnd().length;
}

function refuseForeign(file: string, value: unknown): void {
  const version = isObject(value) && 'runId' in value ? Reflect.get(value, 'formatVersion') : undefined;
  if (typeof version !== 'number') {
    const kind = foreignKind(JSON.stringify(value) ?? '', value);
    throw unreadable(file, `is ${kind ?? 'something else'}, no report.json of Assay`);
  }
  if (READABLE_VERSIONS.includes(version)) return;
  const known = READABLE_VERSIONS.join(' and ');
  const isNewer = version > Math.max(...READABLE_VERSIONS);
  throw unreadable(
    file,
    `has format version ${version}, which is ${isNewer ? 'newer' : 'older'} than what this Assay reads (${known})`,
    {
      fix: isNewer
        ? 'Use the Assay that wrote it, or a later one.'
        : 'Run again with this Assay, or read it with the one that wrote it.',
    },
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function unreadable(
  file: string,
  what: string,
  more: { readonly details?: readonly string[]; readonly cause?: unknown; readonly fix?: string } = {},
): AssayError {
  return new AssayError({
    code: 'REPORT_UNREADABLE',
    message: `The report ${file} ${what}.`,
    fix: 'Name the run directory of a finished run, or run again.',
    ...more,
  });
}
