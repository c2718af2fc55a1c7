import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { HarnessError } from '../../support/errors.ts';
import { inProject } from '../../support/paths.ts';
import type { FileText } from './draft.ts';

/** What stands between two underscores on each side in a template: `__name__`. */
export type Blanks = Readonly<Record<string, string>>;

/** A file as it is now, without a text when it is not there. */
export async function fileNow(path: string): Promise<FileText> {
  return { path, text: await readFile(inProject(path), 'utf8').catch(() => '') };
}

const SUFFIX = '.txt';

/**
 * The files of `harness/cli/new/templates/<template>/`, as they would lie in the folder `into`: without their suffix,
 * every blank filled in names and texts alike. Throws `HarnessError` for a blank that `blanks` lacks.
 */
export async function fillTemplate(
  template: string,
  into: string,
  blanks: Blanks,
): Promise<readonly FileText[]> {
  const folder = inProject(`harness/cli/new/templates/${template}`);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    files.sort().map(async (file) => ({
      path: fill(`${into}/${relative(folder, file).slice(0, -SUFFIX.length)}`, blanks),
      text: fill(await readFile(file, 'utf8'), blanks),
    })),
  );
}

function fill(text: string, blanks: Blanks): string {
  return text.replaceAll(/__([a-z]+)__/g, (_, blank: string) => blanks[blank] ?? unknown(blank));
}

function unknown(blank: string): never {
  throw new HarnessError({
    code: 'TEMPLATE_BLANK',
    message: `Nothing is known for __${blank}__ of a template.`,
  });
}
