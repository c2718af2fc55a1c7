import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HarnessError } from '../support/errors.ts';
import type { Place } from '../support/verdict.ts';
import type { Edited } from './fault.ts';

/** One change of a file: replace a text that occurs once, write a file, or take it away. */
export type Edit =
  | { readonly file: string; readonly find: string; readonly put: string }
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly remove: true };

/** The first line of a file that holds a text. */
export interface Mark {
  readonly file: string;
  readonly text: string;
}

/**
 * Makes changes in the tree that lies in `folder`; `mark` says where the planted thing lies afterwards. Throws
 * `HarnessError`, after taking back what was done, when an edit or the mark does not fit the tree.
 */
export async function applyEdits(folder: string, edits: readonly Edit[], mark?: Mark): Promise<Edited> {
  const before = new Map<string, string | undefined>();
  const undo = async () => {
    for (const [file, content] of before) await restore(join(folder, file), content);
  };
  try {
    for (const edit of edits) {
      const content = await readFile(join(folder, edit.file), 'utf8').catch(() => undefined);
      if (!before.has(edit.file)) before.set(edit.file, content);
      await apply(join(folder, edit.file), edit, content);
    }
    const place = mark && (await placeOf(folder, mark));
    return { hits: before.size, ...(place && { place }), undo };
  } catch (error) {
    await undo();
    throw error;
  }
}

async function apply(path: string, edit: Edit, content: string | undefined): Promise<void> {
  if ('remove' in edit) return rm(path);
  if ('text' in edit) return restore(path, edit.text);
  if (content === undefined || content.split(edit.find).length !== 2) throw misplanted(edit.file, edit.find);
  return writeFile(
    path,
    content.replace(edit.find, () => edit.put),
  );
}

async function restore(path: string, content: string | undefined): Promise<void> {
  if (content === undefined) return rm(path, { force: true });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

async function placeOf(folder: string, { file, text }: Mark): Promise<Place> {
  const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
  const index = lines.findIndex((line) => line.includes(text));
  if (index < 0) throw misplanted(file, text);
  return { file, line: index + 1 };
}

function misplanted(file: string, text: string): HarnessError {
  return new HarnessError({
    code: 'EDIT_DOES_NOT_FIT',
    message: `An edit cannot be planted: ${file} does not hold ‘${text}’ exactly once.`,
    fix: 'Bring the edit and the clean tree together again.',
  });
}
