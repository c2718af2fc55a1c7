import { isOrigin, type Pattern } from '../rules/pattern.ts';
import { compilePattern } from './compile.ts';

const LANGUAGES = ['go', 'typescript', 'python'] as const;

/** Why no language can read a pattern; nothing when one can. */
export function compileFault(pattern: Pattern): string | undefined {
  if (isOrigin(pattern)) return undefined;
  const faults = LANGUAGES.flatMap((language) => {
    const compiled = compilePattern(pattern, language);
    return 'fault' in compiled ? [`${language}: ${compiled.fault}`] : [];
  });
  return faults.length === LANGUAGES.length ? [...new Set(faults)].join('; ') : undefined;
}
