import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type AssayError, EnvironmentError, UsageError } from '../../support/errors.ts';
import { isOfFullDisk, naming } from '../../support/full-disk.ts';
import type { Draft, FileText } from './draft.ts';

/** A draft that was written. */
export interface Written {
  /** Takes all of it back. */
  undo(): Promise<void>;
}

/**
 * Writes a draft below `root`, all of it or nothing. Throws `UsageError` when something is where a file is to be made,
 * or a file cannot be written.
 */
export async function writeDraft(root: string, { made, changed }: Draft): Promise<Written> {
  refuseCollision(root, made);
  const undoings: (() => Promise<void>)[] = [];
  const undo = async () => {
    for (const step of undoings.reverse()) await step();
  };
  try {
    for (const file of made) undoings.push(await make(root, file));
    for (const file of changed) undoings.push(await change(root, file));
    return { undo };
  } catch (error) {
    await undo();
    throw notWritten(error);
  }
}

/** Throws `UsageError` that names everything that is where a file is to be made. */
export function refuseCollision(root: string, made: readonly Pick<FileText, 'path'>[]): void {
  const taken = made.map(({ path }) => path).filter((path) => existsSync(join(root, path)));
  if (taken.length === 0) return;
  throw new UsageError({
    code: 'ALREADY_THERE',
    message: `${taken.join(', ')} ${taken.length === 1 ? 'is' : 'are'} there already, and nothing was written.`,
    fix: 'Choose another name, or move away what is there.',
  });
}

function notWritten(cause: unknown): AssayError {
  const Refusal = isOfFullDisk(cause) ? EnvironmentError : UsageError;
  const { message, path } = cause as NodeJS.ErrnoException;
  return new Refusal({
    code: 'NOT_WRITABLE',
    message: `${path === undefined || message.includes(path) ? message : `${message} of ${path}`}: so nothing was written.`,
    fix: 'Make the place writable for this user and give it room, and begin again.',
    cause,
  });
}

/** Removes with the file the folders that were made for it. */
async function make(root: string, { path, text }: FileText): Promise<() => Promise<void>> {
  const file = join(root, path);
  const top = await mkdir(dirname(file), { recursive: true });
  const remove = () => rm(top ?? file, { recursive: true, force: true });
  try {
    await writeFile(file, text, { flag: 'wx' });
    return remove;
  } catch (error) {
    if (top !== undefined || isOfFullDisk(error)) await remove();
    throw naming(file, error);
  }
}

async function change(root: string, { path, text }: FileText): Promise<() => Promise<void>> {
  const file = join(root, path);
  const before = await readFile(file);
  await replace(file, text);
  return () => replace(file, before);
}

/** Whoever reads the file meanwhile gets one text or the other. */
async function replace(file: string, content: string | Buffer): Promise<void> {
  const next = `${file}.${process.pid}`;
  await writeFile(next, content);
  await rename(next, file);
}
