import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument } from 'yaml';
import { UsageError } from '../support/errors.ts';
import type { Baseline, BaselineEntry } from './baseline.ts';
import { baselineCheck } from './schemas.ts';

/**
 * Reads a baseline file (YAML). A missing file, malformed YAML, an unknown key, a wildcard or a case that is listed
 * twice for one clause is a `UsageError` that names the file and the place; so is a baseline of another `subject`.
 */
export async function loadBaseline(file: string, subject?: string): Promise<Baseline> {
  const checked = baselineCheck()(parseYaml(file, await readText(file)));
  if ('violations' in checked)
    throw refused(file, 'does not satisfy the baseline schema', checked.violations);
  const problems = [...wildcards(checked.value), ...duplicates(checked.value)];
  if (problems.length > 0) throw refused(file, 'has entries that cannot be applied', problems);
  if (subject !== undefined && subject !== checked.value.subject)
    throw ofAnother(file, checked.value, subject);
  return checked.value;
}

/** The case ids that an entry covers, its `{a,b}` choices written out. */
export function casesOf(entry: BaselineEntry): readonly string[] {
  const patterns = typeof entry.case === 'string' ? [entry.case] : entry.case;
  return patterns.flatMap(expandChoices);
}

function expandChoices(pattern: string): readonly string[] {
  const match = /^(.*?)\{([^{}]*)\}(.*)$/.exec(pattern);
  if (!match) return [pattern];
  const [, before = '', choices = '', after = ''] = match;
  return choices.split(',').flatMap((choice) => expandChoices(`${before}${choice.trim()}${after}`));
}

function ofAnother(file: string, { subject }: Baseline, judged: string): UsageError {
  return new UsageError({
    code: 'BASELINE_OF_ANOTHER_SUBJECT',
    message: `The baseline file ${file} is that of ${subject}, and ${judged} is judged.`,
    fix: `Write \`subject: ${judged}\` if these failures are its own, or leave the baseline out.`,
  });
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const code = 'BASELINE_UNREADABLE';
    const message = `The baseline file ${file} cannot be read.`;
    throw new UsageError({ code, message, fix: 'Check the path, or leave the baseline out.', cause });
  }
}

function parseYaml(file: string, text: string): unknown {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, uniqueKeys: true });
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0) {
    throw refused(
      file,
      'is not well-formed YAML',
      problems.map(
        ({ pos, message }) => `line ${lineCounter.linePos(pos[0]).line}: ${message.split('\n')[0]}`,
      ),
    );
  }
  return document.toJS({ maxAliasCount: 0 });
}

function wildcards({ entries }: Baseline): readonly string[] {
  return entries
    .flatMap(casesOf)
    .filter((id) => /[*?{}]/.test(id))
    .map((id) => `"${id}": a wildcard would also cover the cases of tomorrow; name each case, or use {a,b}`);
}

function duplicates({ entries }: Baseline): readonly string[] {
  const keys = entries.flatMap((entry) => casesOf(entry).map((id) => `${id} (clause ${entry.clause})`));
  const repeated = keys.filter((key, index) => keys.indexOf(key) !== index);
  return [...new Set(repeated)].map((key) => `"${key}" is listed twice`);
}

function refused(file: string, what: string, details: readonly string[]): UsageError {
  return new UsageError({
    code: 'BASELINE_REFUSED',
    message: `The baseline file ${file} ${what}.`,
    details,
    fix: 'An entry is {case, clause, owner, reason, expires}; see harness/report/baseline.schema.json.',
  });
}
