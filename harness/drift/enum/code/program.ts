import { groupBy } from '../../../support/group.ts';
import type { Language, SourceFile } from '../../support/source-file.ts';
import { type FileFacts, type FileIndex, indexFile } from './file-index.ts';
import { languageFor } from './languages.ts';
import { folderOf } from './modules.ts';
import { wordsOf } from './words.ts';

/** All code files under test, indexed one by one as names lead to them. */
export interface Program {
  readonly files: readonly SourceFile[];
  index(file: SourceFile): FileIndex | undefined;
  /** What is known of a file once it was parsed, whether its syntax tree is still there or not. */
  facts(file: SourceFile): Required<FileFacts> | undefined;
  /** Files whose grammar did not understand them, among those parsed so far. */
  readonly unparsable: ReadonlySet<SourceFile>;
  folder(path: string): readonly SourceFile[];
  readonly folders: ReadonlyMap<string, readonly SourceFile[]>;
  readonly byPath: ReadonlyMap<string, SourceFile>;
  /** The files of a language that hold a word. */
  holding(word: string, language: Language): readonly SourceFile[];
  /** The answer to a question about the whole tree, found once: `question` names it with all that it depends on. */
  once<T>(question: string, find: () => T): T;
}

/** Syntax trees take 30 times their text; this many characters are kept, and what is older is parsed again if need be. */
const KEPT_CHARACTERS = 12_000_000;

/** Wraps the loaded files; nothing is parsed before it is needed. `remembered` keeps every index for the next program. */
export function programOf(files: readonly SourceFile[], remembered?: Map<SourceFile, FileIndex>): Program {
  const kept = remembered ?? new Map<SourceFile, FileIndex>();
  const most = remembered ? Number.POSITIVE_INFINITY : KEPT_CHARACTERS;
  let size = 0;
  const unparsable = new Set<SourceFile>();
  const folders = groupBy(files, ({ path }) => folderOf(path));
  const facts = new Map<SourceFile, FileFacts>();
  const answers = new Map<string, unknown>();
  const index = (file: SourceFile): FileIndex | undefined => {
    const before = kept.get(file);
    if (before) {
      if (before.isUnparsable()) unparsable.add(file);
      return before;
    }
    const language = languageFor(file.language);
    if (!language) return undefined;
    const known = facts.get(file) ?? {};
    facts.set(file, known);
    const made = indexFile(file, language, known);
    if (made.isUnparsable()) unparsable.add(file);
    kept.set(file, made);
    size += file.text.length;
    for (const oldest of kept.keys()) {
      if (size <= most || oldest === file) break;
      kept.delete(oldest);
      size -= oldest.text.length;
    }
    return made;
  };
  return {
    files,
    index,
    facts: (file) => {
      const { functions, imports, topNames } = facts.get(file) ?? {};
      if (functions && imports && topNames) return { functions, imports, topNames };
      const parsed = index(file);
      return (
        parsed && {
          functions: parsed.functions(),
          imports: parsed.imports(),
          topNames: parsed.topNames(),
        }
      );
    },
    unparsable,
    folder: (path) => folders.get(folderOf(path)) ?? [],
    folders,
    byPath: new Map(files.map((file) => [file.path, file])),
    holding: wordsOf(files).holding,
    once: <T>(question: string, find: () => T): T => {
      if (answers.has(question)) return answers.get(question) as T;
      const found = find();
      answers.set(question, found);
      return found;
    },
  };
}
