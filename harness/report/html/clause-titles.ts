import { readFile } from 'node:fs/promises';
import { inProject } from '../../support/paths.ts';

const HEADING = /^## (\S+) (.+)$/gm;

/** What the contract of this clone calls its clauses, by their ids; nothing where it cannot be read. */
export async function clauseTitles(): Promise<Readonly<Record<string, string>>> {
  const contract = await readFile(inProject('specs/contract.md'), 'utf8').catch(() => '');
  return Object.fromEntries([...contract.matchAll(HEADING)].map(([, id = '', title = '']) => [id, title]));
}
