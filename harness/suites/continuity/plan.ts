import type { Canary } from '../../canary/canary.ts';
import { loadCanaries } from '../../canary/load.ts';
import type { CaseIdentity } from '../../support/case.ts';
import type { Plan, Scene } from '../plan.ts';

/** One case for each canary, `continuity/<name>`; one that most runtimes can hold also tells what is known of theirs. */
export async function planContinuity({ canaries: folder, subjectName }: Scene): Promise<Plan> {
  if (folder === undefined) {
    const reason = `holds conversations with an agent runtime, and ${subjectName} has none`;
    return { cases: [], excluded: [{ id: 'continuity/all', reason }] };
  }
  const canaries = await loadCanaries(folder);
  const asks = ({ needs }: Canary) => needs.filter((need) => need !== 'sessions').length;
  const least = Math.min(...canaries.map(asks));
  const telling = canaries.find((canary) => asks(canary) === least);
  return { cases: canaries.map((canary) => caseOf(canary, canary === telling)), excluded: [] };
}

function caseOf({ name, title }: Canary, tells: boolean): CaseIdentity {
  return {
    ...{ id: `continuity/${name}`, suite: 'continuity', title, clause: 'J' },
    facets: { canary: name, ...(tells && { tells: 'the runtime' }) },
  };
}
