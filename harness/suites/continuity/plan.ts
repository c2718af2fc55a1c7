import type { Canary } from '../../canary/canary.ts';
import { loadCanaries } from '../../canary/load.ts';
import type { CaseIdentity } from '../../support/case.ts';
import type { Plan, Scene } from '../plan.ts';

/** One case for each canary, `continuity/<name>`; the first also tells what is known of the runtime. */
export async function planContinuity({ canaries: folder, subjectName }: Scene): Promise<Plan> {
  if (folder === undefined) {
    const reason = `holds conversations with an agent runtime, and ${subjectName} has none`;
    return { cases: [], excluded: [{ id: 'continuity/all', reason }] };
  }
  const canaries = await loadCanaries(folder);
  return { cases: canaries.map((canary, at) => caseOf(canary, at === 0)), excluded: [] };
}

function caseOf({ name, title }: Canary, isFirst: boolean): CaseIdentity {
  return {
    ...{ id: `continuity/${name}`, suite: 'continuity', title, clause: 'J' },
    facets: { canary: name, ...(isFirst && { tells: 'the runtime' }) },
  };
}
