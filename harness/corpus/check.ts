import { projectRoot } from '../support/paths.ts';
import type { Corpus } from './load.ts';
import type { CorpusProblem } from './problem.ts';
import { checkRemovals } from './removals.ts';
import { coverage } from './rules/coverage.ts';
import { headers } from './rules/headers.ts';
import { oneCause } from './rules/one-cause.ts';
import { capture, fill, nonce, parses, size } from './rules/payload.ts';
import { personalData } from './rules/personal-data.ts';
import { pins } from './rules/pins.ts';
import { provenance } from './rules/provenance.ts';
import { restarts } from './rules/restarts.ts';
import { returns } from './rules/returns.ts';
import { secret } from './rules/secret.ts';
import { tombstones } from './rules/tombstones.ts';
import { type EntryRule, readSources } from './source.ts';

export interface CheckOptions {
  /** Git ref that `valid` is compared with; without it removals are not looked for. */
  readonly against?: string;
  /** Folder of the `package.json` whose SDKs the pins are compared with; default is the project. */
  readonly packageFolder?: string;
}

const ENTRY_RULES: readonly EntryRule[] = [
  provenance,
  personalData,
  secret,
  headers,
  size,
  fill,
  parses,
  nonce,
  capture,
  returns,
  restarts,
  oneCause,
];

/** Everything that is wrong with a corpus, loader problems first; empty when it may be released. */
export async function checkCorpus(
  corpus: Corpus,
  options: CheckOptions = {},
): Promise<readonly CorpusProblem[]> {
  const sources = await readSources(corpus);
  return [
    ...corpus.problems,
    ...sources.flatMap((source) => ENTRY_RULES.flatMap((rule) => rule(source))),
    ...(await coverage(corpus)),
    ...(await pins(corpus, options.packageFolder ?? projectRoot)),
    ...(await tombstones(corpus)),
    ...(options.against === undefined ? [] : await checkRemovals(corpus.folder, options.against)),
  ];
}
