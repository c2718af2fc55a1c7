import { readFile, stat } from 'node:fs/promises';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { UsageError } from '../../support/errors.ts';
import type { Path } from './remark.ts';

/** A parsed file that knows where everything in it stands. */
export interface Source {
  /** Absolute path. */
  readonly file: string;
  readonly document: unknown;
  placeOf(path: Path): { readonly line: number; readonly column: number };
}

const MAX_BYTES = 5 * 1024 * 1024;

/** Reads a file of YAML or JSON. Throws `UsageError` that names it. */
export async function readSource(file: string): Promise<Source> {
  return parseSource(file, await textOf(file));
}

/** Parses YAML or JSON as other tools do: with merge keys, and tags of their own as the text behind them. */
export function parseSource(file: string, text: string): Source {
  const counter = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: counter, merge: true, logLevel: 'silent' });
  const [problem] = yaml.errors;
  if (problem)
    throw unreadable(
      file,
      `is no YAML or JSON: ${problem.message.split('\n', 1)[0]}`,
      'Correct the place that is named. A configuration that is a program has to be written as YAML first.',
    );
  return {
    file,
    document: documentOf(file, () => yaml.toJS({ maxAliasCount: 100 })),
    placeOf: (path) => {
      for (let length = path.length; length >= 0; length -= 1) {
        const node = length === 0 ? yaml.contents : yaml.getIn(path.slice(0, length), true);
        if (!isNode(node) || !node.range) continue;
        const { line, col } = counter.linePos(node.range[0]);
        return { line, column: col };
      }
      return { line: 1, column: 1 };
    },
  };
}

/** A place as it is told: members of lists are counted from 1. */
export function pathInWords(path: Path): string {
  return path
    .map((key, at) => (typeof key === 'number' ? `[${key + 1}]` : `${at === 0 ? '' : '.'}${key}`))
    .join('');
}

async function textOf(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES)
      throw unreadable(file, `has ${size} bytes, more than ${MAX_BYTES}`, 'Import its parts one by one.');
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw unreadable(file, `cannot be read (${(cause as NodeJS.ErrnoException).code})`, 'Check the path.');
  }
}

/** Aliases can stand for more than any memory holds. */
function documentOf(file: string, read: () => unknown): unknown {
  try {
    return read();
  } catch (cause) {
    throw unreadable(file, `cannot be read: ${(cause as Error).message}`, 'Write out its aliases.');
  }
}

function unreadable(file: string, what: string, fix: string): UsageError {
  return new UsageError({ code: 'IMPORT_UNREADABLE', message: `The file ${file} ${what}.`, fix });
}
