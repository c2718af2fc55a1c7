import { addTo } from '../../../support/group.ts';
import type { Language, SourceFile } from '../../support/source-file.ts';

/** Tells which files hold a word, without reading them again for every word. */
export interface Words {
  holding(word: string, language: Language): readonly SourceFile[];
}

/** Lists the words of the files of a language once, when first asked for it. */
export function wordsOf(files: readonly SourceFile[]): Words {
  const byLanguage = new Map<Language, ReadonlyMap<string, readonly SourceFile[]>>();
  return {
    holding: (word, language) => {
      const known = byLanguage.get(language) ?? listed(files.filter((file) => file.language === language));
      byLanguage.set(language, known);
      return known.get(word) ?? [];
    },
  };
}

function listed(files: readonly SourceFile[]): ReadonlyMap<string, readonly SourceFile[]> {
  const holders = new Map<string, SourceFile[]>();
  for (const file of files) {
    for (const word of new Set(file.text.match(/\w+/g))) addTo(holders, word, file);
  }
  return holders;
}
