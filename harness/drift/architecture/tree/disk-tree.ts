import { realpathSync } from 'node:fs';
import { readText } from '../../support/read-text.ts';
import { type SourceFile, sourceFile } from '../../support/source-file.ts';
import { existingFolder, type Unread } from '../../support/source-tree.ts';
import { walkFolder } from '../../support/walk.ts';
import { buildTree } from './build.ts';
import { codeSelector } from './scope.ts';
import type { Tree, TreeScope } from './tree.ts';

/** Reads the code of a folder; a missing folder is a UsageError, whatever cannot be read is named in `unread`. */
export function diskTree(folder: string, scope: TreeScope): Tree {
  const root = existingFolder(folder, 'tree');
  const walk = walkFolder(root, scope.skipFolders);
  const languageOf = codeSelector(scope);
  const code: SourceFile[] = [];
  const unread: Unread[] = walk.unreadable.map((path) => ({ path, problem: 'unreadable', detail: 'folder' }));
  for (const path of walk.files) {
    const language = languageOf(path);
    if (!language) continue;
    const read = readText(`${root}/${path}`);
    if ('text' in read) code.push(sourceFile(path, language, read.text));
    else unread.push({ path, ...read });
  }
  unread.push(...walk.links.filter((path) => languageOf(path)).flatMap((path) => deadLink(root, path)));
  return buildTree({ paths: walk.files, code, unread, text: (path) => textOf(`${root}/${path}`) });
}

/** A link into the tree is walked where it points; any other hides code from the rules. */
function deadLink(root: string, path: string): readonly Unread[] {
  try {
    const target = realpathSync(`${root}/${path}`);
    if (target.startsWith(`${root}/`)) return [];
    return [{ path, problem: 'unreadable', detail: 'symbolic link that leaves the tree' }];
  } catch (error) {
    const circular = error instanceof Error && 'code' in error && error.code === 'ELOOP';
    const detail = circular ? 'symbolic link that leads to itself' : 'symbolic link to nothing';
    return [{ path, problem: 'unreadable', detail }];
  }
}

function textOf(path: string): string | undefined {
  const read = readText(path);
  return 'text' in read ? read.text : undefined;
}
