import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseDocument } from 'yaml';
import { UsageError } from '../support/errors.ts';
import type { Canary } from './canary.ts';
import { itemsOf, needsOf } from './items.ts';
import { wrong } from './problem.ts';
import { checkSense } from './sense.ts';
import { checkShape } from './shape.ts';

/** Every canary of a folder (`*.yaml`), by name. Throws `UsageError` for the first that is unsound, or when there is none. */
export async function loadCanaries(folder: string): Promise<readonly Canary[]> {
  const names = await filesIn(folder);
  const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  if (files.length === 0)
    throw new UsageError({
      code: 'NO_CANARIES',
      message: `There is no canary in ${folder}, so nothing could be judged.`,
      fix: 'Name a folder that holds *.yaml files; canaries/README.md tells how one is written.',
    });
  return Promise.all(
    files.map(async (name) => readCanary(join(folder, name), await readFile(join(folder, name), 'utf8'))),
  );
}

/** Reads one canary. Throws `UsageError` that names the file and the place in it. */
export function readCanary(file: string, text: string): Canary {
  const document = checkShape(file, parse(file, text));
  const { name, title } = document;
  const due = basename(file).replace(/\.ya?ml$/, '');
  if (name !== due) throw wrong(file, '', `\`name\` is "${name}"`, `Call it "${due}", as its file.`);
  const items = itemsOf(document);
  const canary = { name, title, file, items, needs: needsOf(items, document.needs) };
  checkSense(canary);
  return canary;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    throw new UsageError({
      code: 'CANARIES_UNREADABLE',
      message: `The folder of canaries ${folder} cannot be read (${(cause as NodeJS.ErrnoException).code}).`,
      fix: 'Give the path of a folder that holds *.yaml files.',
      cause,
    });
  }
}

function parse(file: string, text: string): unknown {
  const document = parseDocument(text);
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem)
    throw wrong(
      file,
      '',
      `it is no YAML (${problem.message.split('\n', 1)[0]})`,
      'Correct the place that is named.',
    );
  return document.toJS();
}
