import { type Position, positionsIn } from './position.ts';

/** What the drift checks can read, by file extension. */
export const LANGUAGE_OF_EXTENSION = {
  go: 'go',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'typescript',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  py: 'python',
  pyi: 'python',
  sql: 'sql',
} as const;

export const LANGUAGES = ['go', 'typescript', 'javascript', 'python', 'sql'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A file of the tree under test, decoded; `path` is from the root of its tree. */
export interface SourceFile {
  readonly path: string;
  readonly language: Language;
  readonly text: string;
  positionAt(offset: number): Position;
}

/** Wraps a decoded text; positions are worked out only when somebody asks. */
export function sourceFile(path: string, language: Language, text: string): SourceFile {
  return { path, language, text, positionAt: positionsIn(text) };
}

/** The language of a path by its extension, or nothing when no check reads such files. */
export function languageOf(path: string): Language | undefined {
  const extension = /\.([a-z]+)$/.exec(path)?.[1] ?? '';
  return Object.hasOwn(LANGUAGE_OF_EXTENSION, extension)
    ? LANGUAGE_OF_EXTENSION[extension as keyof typeof LANGUAGE_OF_EXTENSION]
    : undefined;
}
