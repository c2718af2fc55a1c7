import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from '../../support/paths.ts';
import { checkCorpus } from '../check.ts';
import { loadCorpus } from '../load.ts';

/** A throw-away copy of the project's corpus for planting faults in; `restore` mends them, `dispose` removes it. */
export async function corpusCopy() {
  const folder = await mkdtemp(join(tmpdir(), 'assay-corpus-'));
  await cp(inProject('corpus'), folder, { recursive: true });
  const originals = new Map<string, Buffer | undefined>();
  const path = (file: string) => join(folder, file);
  const keep = async (file: string): Promise<void> => {
    if (!originals.has(file)) originals.set(file, await readFile(path(file)).catch(() => undefined));
  };
  const write = async (file: string, content: string | Uint8Array): Promise<void> => {
    await keep(file);
    await writeFile(path(file), content);
  };
  const remove = async (file: string): Promise<void> => {
    await keep(file);
    await rm(path(file));
  };
  return {
    folder,
    write,
    remove,
    /** Replaces `from`, which must be there, in a text file. */
    async edit(file: string, from: string | RegExp, to: string): Promise<void> {
      const text = await readFile(path(file), 'utf8');
      const edited = text.replace(from, () => to);
      if (edited === text) throw new Error(`${file} does not contain ${from}`);
      await write(file, edited);
    },
    async move(from: string, to: string): Promise<void> {
      await write(to, await readFile(path(from)));
      await remove(from);
    },
    /** Everything that is wrong now; `where` is rule and file. */
    async problems() {
      const problems = await checkCorpus(await loadCorpus(folder));
      return problems.map(({ rule, file, message, fix }) => ({ where: `${rule} ${file}`, message, fix }));
    },
    async restore(): Promise<void> {
      for (const [file, content] of originals)
        await (content ? writeFile(path(file), content) : rm(path(file), { force: true }));
      originals.clear();
    },
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}
