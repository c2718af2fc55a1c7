import type { Entry, RuntimeId } from '../../corpus/entry.ts';
import { caseId } from '../../corpus/expectation.ts';
import type { Exclusion, Plan, PlannedCase, Scene } from '../plan.ts';

/** One case per entry and runtime, `corpus/<entry>@<runtime>`; what does not apply is listed with its reason. */
export function planCorpus(entries: readonly Entry[], scene: Scene): Plan {
  const cases: PlannedCase[] = [];
  const excluded: Exclusion[] = [];
  for (const entry of entries) {
    const reason = whyNot(entry, scene);
    for (const runtime of entry.runtimes) {
      if (reason) excluded.push({ id: caseId(entry, runtime), suite: 'corpus', reason });
      else cases.push(plannedCase(entry, runtime));
    }
  }
  return { cases, excluded };
}

function plannedCase(entry: Entry, runtime: RuntimeId): PlannedCase {
  return {
    id: caseId(entry, runtime),
    suite: 'corpus',
    title: entry.title,
    clause: entry.clause,
    family: entry.family,
    runtime,
    entryId: entry.id,
  };
}

function whyNot(entry: Entry, scene: Scene): string | undefined {
  if (!entry.revisions.includes(scene.revision)) {
    return `holds in ${entry.revisions.join(', ')} only, the subject follows ${scene.revision}`;
  }
  if (entry.route === 'platform' && !scene.hasPlatform) {
    return `goes through a platform, and ${scene.subjectName} is none`;
  }
  if (entry.route === 'direct' && !scene.standsForRuntimes) {
    return `goes straight to a runtime and would say nothing about ${scene.subjectName}`;
  }
  return undefined;
}
