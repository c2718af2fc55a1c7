import { type SourceFile, sourceFile } from '../../support/source-file.ts';
import { buildTree } from './build.ts';
import { codeSelector } from './scope.ts';
import type { Tree, TreeScope } from './tree.ts';

/** Texts by path: how rules carry the small trees that prove them. */
export type Texts = Readonly<Record<string, string>>;

/** A tree of texts in memory, seen through the same scope as a tree on disk. */
export function memoryTree(texts: Texts, scope: TreeScope): Tree {
  const paths = Object.keys(texts).sort();
  const languageOf = codeSelector(scope);
  const code = paths.flatMap((path): readonly SourceFile[] => {
    const language = languageOf(path);
    return language ? [sourceFile(path, language, texts[path] ?? '')] : [];
  });
  return buildTree({ paths, code, unread: [], text: (path) => texts[path] });
}
