import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import type { FileSpec } from '../../canary.ts';
import { type Path, type Remark, refused } from '../remark.ts';
import { listOf, mappingOf, textOf } from '../values.ts';

/** What stands in a canary has to be readable there. */
const MAX_BYTES = 100_000;

/** Files that go along, each by its path from the contract or with a media type; their text is written into the canary. */
export function filesOf(
  value: unknown,
  path: Path,
  contract: string,
): { readonly files: readonly FileSpec[]; readonly remarks: readonly Remark[] } {
  const read = (listOf(value) ?? (value === undefined ? [] : [value])).map((each, at) =>
    fileOf(each, [...path, at], contract),
  );
  return {
    files: read.flatMap((each) => ('text' in each ? each : [])),
    remarks: read.flatMap((each) => ('text' in each ? [] : each)),
  };
}

function fileOf(value: unknown, path: Path, contract: string): FileSpec | Remark {
  const name = textOf(value) ?? textOf(mappingOf(value)?.path);
  if (name === undefined) return refused(path, 'it names no file');
  const file = resolve(dirname(contract), name);
  const fromThere = relative(dirname(contract), file);
  if (fromThere.startsWith('..') || isAbsolute(fromThere))
    return refused(path, `${name} lies outside the folder of the contract`);
  const bytes = bytesOf(file);
  if (typeof bytes === 'string') return refused(path, `${name} ${bytes}`);
  if (!isUtf8(bytes) || bytes.includes(0))
    return refused(path, `${name} is no text, and only texts go along`);
  const type = textOf(mappingOf(value)?.media_type) ?? 'text/plain';
  return { name: basename(name), type, text: bytes.toString() };
}

function bytesOf(file: string): Buffer | string {
  try {
    if (statSync(file).size > MAX_BYTES) return `has more than ${MAX_BYTES} bytes`;
    return readFileSync(file);
  } catch (error) {
    return `cannot be read (${(error as NodeJS.ErrnoException).code})`;
  }
}
