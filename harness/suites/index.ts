import { HarnessError, UsageError } from '../support/errors.ts';
import { didYouMean } from '../support/nearest.ts';
import type { Suite } from './suite.ts';

/** The one list of the gated suites, in the order in which a whole run executes them. */
const SUITES: Readonly<Record<string, () => Promise<Suite>>> = {
  corpus: async () => (await import('./corpus/suite.ts')).suite,
  routes: async () => (await import('./routes/suite.ts')).suite,
  'drift-enum': async () => (await import('./drift-enum/suite.ts')).suite,
  'drift-architecture': async () => (await import('./drift-architecture/suite.ts')).suite,
  cursor: async () => (await import('./cursor/suite.ts')).suite,
  contract: async () => (await import('./contract/suite.ts')).suite,
  settings: async () => (await import('./settings/suite.ts')).suite,
  durability: async () => (await import('./durability/suite.ts')).suite,
  timing: async () => (await import('./timing/suite.ts')).suite,
  'canary-wire': async () => (await import('./canary-wire/suite.ts')).suite,
  continuity: async () => (await import('./continuity/suite.ts')).suite,
  lease: async () => (await import('./lease/suite.ts')).suite,
  reconnect: async () => (await import('./reconnect/suite.ts')).suite,
};

export const SUITE_NAMES: readonly string[] = Object.keys(SUITES);

/** The named suites in the order of the list, all of them when none is named. Throws `UsageError` with the nearest name. */
export async function loadSuites(names: readonly string[] = []): Promise<readonly Suite[]> {
  for (const name of names) if (!Object.hasOwn(SUITES, name)) throw unknownSuite(name);
  const chosen = names.length === 0 ? SUITE_NAMES : SUITE_NAMES.filter((name) => names.includes(name));
  return Promise.all(chosen.map(loadSuite));
}

async function loadSuite(name: string): Promise<Suite> {
  const suite = await SUITES[name]?.();
  if (suite?.name === name) return suite;
  throw new HarnessError({
    code: 'SUITE_MISNAMED',
    message: `The list in harness/suites/index.ts has a suite "${name}", and its folder calls it "${suite?.name}".`,
    fix: 'Give both the same name.',
  });
}

/** Whether a suite judges a subject that runs, rather than files. */
export function judgesSubject({ needs }: Suite): boolean {
  return !needs.includes('source-tree');
}

function unknownSuite(name: string): UsageError {
  return new UsageError({
    code: 'UNKNOWN_SUITE',
    message: `There is no suite "${name}".`,
    fix: LOOKS_PLANTED.test(name) ? ONE_AT_A_TIME : didYouMean(name, SUITE_NAMES),
  });
}

/** `M108`, `P-content-kept`, as ids of what is planted look. */
const LOOKS_PLANTED = /^([A-Z]\d+|[A-Z]-.+)$/;
const ONE_AT_A_TIME = 'A run carries one mutant; assay prove --mutant takes several.';
