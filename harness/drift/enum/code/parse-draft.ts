import type { Catalogue } from '../catalogue/catalogue.ts';
import { readSql, type SqlReading } from '../sql/read.ts';
import { type Draft, draftOf, HOLE_FORMS, type HoleForm, type PlaceholderStyles } from './draft.ts';
import type { Text } from './text.ts';

export interface ReadDraft {
  readonly draft: Draft;
  readonly reading: Extract<SqlReading, { ok: true }>;
}

const MAX_ATTEMPTS = 24;

/**
 * Reads a text from code as SQL. Holes are tried as parameters first; where the grammar stumbles, the hole at that
 * place is rewritten as a name, an assignment or nothing. Answers nothing when no way of writing it parses.
 */
export function readDraft(catalogue: Catalogue, text: Text, python: boolean): ReadDraft | undefined {
  const base = { percent: python, at: true };
  return (
    attempt(catalogue, text, { ...base, questionOrColon: false }) ??
    attempt(catalogue, text, { percent: true, at: true, questionOrColon: true })
  );
}

function attempt(catalogue: Catalogue, text: Text, styles: PlaceholderStyles): ReadDraft | undefined {
  const forms: HoleForm[] = [];
  for (let tries = 0; tries < MAX_ATTEMPTS; tries += 1) {
    const draft = draftOf(text, styles, forms);
    const reading = readSql(catalogue, draft.sql);
    if (reading.ok) return { draft, reading };
    const blamed = draft.holes.findLast(
      ({ start, index }) => start <= reading.at && nextForm(forms[index]) !== undefined,
    );
    const next = blamed && nextForm(forms[blamed.index]);
    if (!blamed || !next) return undefined;
    for (let index = forms.length; index < blamed.index; index += 1) forms.push('parameter');
    forms[blamed.index] = next;
  }
  return undefined;
}

function nextForm(form: HoleForm | undefined): HoleForm | undefined {
  return HOLE_FORMS[HOLE_FORMS.indexOf(form ?? 'parameter') + 1];
}
