import { globMatcher } from '../../support/glob.ts';
import { type Language, languageOf } from '../../support/source-file.ts';
import type { TreeScope } from './tree.ts';

const TEST_FILES = [
  '**/*_test.go',
  '**/*.{test,spec}.{ts,tsx,mts,cts,js,jsx,mjs,cjs}',
  '**/{test_*,*_test,conftest}.py',
  '**/__tests__/**',
];

/** Tells the language of a path that the scope includes, and nothing for any other path. */
export function codeSelector(scope: TreeScope): (path: string) => Language | undefined {
  const included = globMatcher(scope.include);
  const excluded = globMatcher([...scope.exclude, ...(scope.tests ? [] : TEST_FILES)]);
  return (path) => {
    const language = languageOf(path);
    if (language === undefined || language === 'sql') return undefined;
    return included(path) && !excluded(path) ? language : undefined;
  };
}
