import type { Language } from '../../support/source-file.ts';
import { go } from './go.ts';
import type { CodeLanguage } from './language.ts';
import { python } from './python.ts';
import { javascript, typescript } from './typescript.ts';

/** The reader of a language's code; SQL files need none. */
export function languageFor(language: Language): CodeLanguage | undefined {
  switch (language) {
    case 'go':
      return go;
    case 'typescript':
      return typescript;
    case 'javascript':
      return javascript;
    case 'python':
      return python;
    case 'sql':
      return undefined;
    default:
      return language satisfies never;
  }
}
