import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Draft } from '../../canary/import/draft.ts';
import { type AssayError, EnvironmentError, UsageError } from '../../support/errors.ts';
import { isOfFullDisk } from '../../support/full-disk.ts';

/** A canary as its file is to be, and what that means for what is there. */
export interface Planned {
  /** Absolute path. */
  readonly file: string;
  readonly text: string;
  /** `changed` is the file of somebody: edited since it was imported, or not imported from there. */
  readonly standing: 'new' | 'same' | 'outdated' | 'changed';
}

/** Says for each canary what writing it would do. */
export async function planFiles(
  drafts: readonly Draft[],
  out: string,
  from: string,
  format: string,
): Promise<readonly Planned[]> {
  const origin = `from ${relative(out, from).split(sep).join('/')} (${format})`;
  return Promise.all(
    drafts.map(async ({ name, body }) => {
      const file = join(out, `${name}.yaml`);
      const text = `${headOf(origin, body)}\n${body}`;
      return { file, text, standing: standingOf(await textIn(file), text, origin) };
    }),
  );
}

/** Writes all that is not there yet. Throws `UsageError` for a file that cannot be written. */
export async function writeFiles(planned: readonly Planned[]): Promise<void> {
  for (const { file, text, standing } of planned) {
    if (standing === 'same') continue;
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    } catch (cause) {
      throw unwritten(file, cause);
    }
  }
}

/** Throws `UsageError` where writing would take somebody's work away. */
export function refuseChanged(planned: readonly Planned[]): void {
  const changed = planned.filter(({ standing }) => standing === 'changed');
  if (changed.length === 0) return;
  throw new UsageError({
    code: 'ALREADY_THERE',
    message: `${changed.length === 1 ? 'A canary' : `${changed.length} canaries`} would be written over files that were changed by hand, or came from elsewhere; nothing was written.`,
    details: changed.map(({ file }) => file),
    fix: 'Give another folder with --out, or --force to lose what stands there.',
  });
}

/** The digest is of what stands below, so that a change by hand is noticed. */
function headOf(origin: string, body: string): string {
  return `# Imported ${origin} by assay canary import; ${digestOf(body)}`;
}

function digestOf(body: string): string {
  return `sha256:${createHash('sha256').update(body).digest('hex')}`;
}

function standingOf(there: string | undefined, text: string, origin: string): Planned['standing'] {
  if (there === undefined) return 'new';
  if (there === text) return 'same';
  const end = there.indexOf('\n');
  return there.slice(0, end) === headOf(origin, there.slice(end + 1)) ? 'outdated' : 'changed';
}

async function textIn(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unwritten(file, cause);
  }
}

function unwritten(file: string, cause: unknown): AssayError {
  const Refusal = isOfFullDisk(cause) ? EnvironmentError : UsageError;
  return new Refusal({
    code: 'NOT_WRITABLE',
    message: `The canary ${file} cannot be written (${(cause as NodeJS.ErrnoException).code}).`,
    fix: 'Give --out a folder that you may write to and that has room.',
  });
}
