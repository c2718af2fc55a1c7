import type { Entry, Revision } from '../corpus/entry.ts';
import { expectationFor } from '../corpus/expectation.ts';
import { loadCorpus } from '../corpus/index.ts';
import type { CorpusMutant, ServiceMutant } from '../faults/fault.ts';
import { type ExpectedKill, resolveKills } from '../faults/resolve.ts';
import { sample } from '../faults/sample.ts';
import { discover } from '../run/discover.ts';
import type { ProveJob } from './job.ts';

/** How many cases that a mutant does not name must stay green under it. */
export const UNRELATED_CASES = 10;

/** One mutant to plant, the cases that it must kill, and those that it must leave alone. */
export interface ServiceTrial {
  readonly kind: 'service';
  readonly mutant: ServiceMutant;
  readonly kills: readonly ExpectedKill[];
  /** Ids of all cases that run under it. */
  readonly cases: ReadonlySet<string>;
}

/** A fault of the corpus, which `assay corpus check` must find without running a case. */
export interface CorpusTrial {
  readonly kind: 'corpus';
  readonly mutant: CorpusMutant;
}

export type Trial = ServiceTrial | CorpusTrial;

/**
 * Decides before anything boots what each mutant is tried on. A mutant of a rule that the revision does not have is
 * left out, and said so. Throws when a mutant names a case that does not exist.
 */
export async function drawTrials(job: ProveJob): Promise<readonly Trial[]> {
  const revision = job.options.revision ?? job.subject.revision;
  const { entries } = await loadCorpus(job.corpusFolder);
  const gated = await gatedCases(job, entries, revision);
  return job.mutants.flatMap((mutant): Trial[] => {
    if (mutant.kind === 'corpus') return [{ kind: 'corpus', mutant }];
    const applies = mutant.revisions?.includes(revision) ?? true;
    const kills = applies ? resolveKills(mutant, entries, revision) : [];
    if (kills.length > 0) return [trialOf(mutant, kills, gated, job.options.seed)];
    job.display.note(`${mutant.id} does not apply to ${revision}: ${mutant.title}`);
    return [];
  });
}

function trialOf(
  mutant: ServiceMutant,
  kills: readonly ExpectedKill[],
  gated: readonly string[],
  seed: number,
): ServiceTrial {
  const named = new Set(kills.map(({ caseId }) => caseId));
  const others = gated.filter((id) => !named.has(id));
  const unrelated = sample(others, UNRELATED_CASES, `${seed}/${mutant.id}`);
  return { kind: 'service', mutant, kills, cases: new Set([...named, ...unrelated]) };
}

/** Ids of the corpus cases that can turn a run red: planned, and not the record of a policy alone. */
async function gatedCases(
  job: ProveJob,
  entries: readonly Entry[],
  revision: Revision,
): Promise<readonly string[]> {
  const { cases } = await discover(job);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const isGated = ({ entryId, runtime }: (typeof cases)[number]) => {
    const entry = entryId === undefined ? undefined : byId.get(entryId);
    if (!entry || !runtime) return false;
    return entry.steps.some((step) => expectationFor(step, runtime, revision).outcome !== 'policy');
  };
  return cases.filter(isGated).map(({ id }) => id);
}
