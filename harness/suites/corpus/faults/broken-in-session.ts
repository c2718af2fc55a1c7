import type { Seams } from '../../../../compose/seams.ts';
import { at, type SeamChange } from '../../../faults/plant.ts';

/** What became of a dispatch. */
type Outcome = Extract<Awaited<ReturnType<Seams['platform.dispatch']>>, { readonly kind: string }>;

/** Something else becomes of a dispatch whose connection broke before an answer, to an agent that has answered before. */
export function brokenInSession(become: (outcome: Outcome, before: Outcome) => Outcome): SeamChange {
  return at('platform.dispatch', (dispatch) => {
    const answers = new Map<string, Outcome>();
    return async (call) => {
      const outcome = await dispatch(call);
      if (!('kind' in outcome)) return outcome;
      if (outcome.kind === 'answered') answers.set(call.targetId, outcome);
      const before = answers.get(call.targetId);
      return before && isBroken(outcome) ? become(outcome, before) : outcome;
    };
  });
}

/** As opposed to a connection that was never made. */
function isBroken(outcome: Outcome): boolean {
  return (
    outcome.kind === 'unreachable' && !/ECONNREFUSED/.test(String(Reflect.get(Object(outcome.error), 'code')))
  );
}
