import { at, type SeamChange } from '../../../faults/plant.ts';
import { type Json, withDocument } from './request.ts';

/** A line gets other documents once its agent has restarted; the inbox has noted what was sent. */
export function afterRestart(change: (document: Json) => Json): readonly SeamChange[] {
  const restarted = new Set<string>();
  return [
    at('runtime.leftOf', (leftOf) => (agent) => {
      restarted.add(agent.id);
      return leftOf(agent);
    }),
    at(
      'runtime.forward',
      (forward) => (body, agent) => forward(restarted.has(agent) ? withDocument(body, change) : body, agent),
    ),
  ];
}
