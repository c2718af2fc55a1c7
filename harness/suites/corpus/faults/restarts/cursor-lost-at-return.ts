import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { atReturn } from '../at-return.ts';

/** Whoever has read with a cursor, and has registered anew since. */
const reading = new Set<string>();
const returned = new Set<string>();

export const cursorLostAtReturn: Fault = {
  id: 'P-cursor-lost-at-return',
  title: 'an agent that polls and registers anew gets all rows, whatever it has read',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      atReturn((workspaceId) => {
        if (reading.has(workspaceId)) returned.add(workspaceId);
      }),
      at('platform.listActivity', (list) => (platform, workspaceId, parameters) => {
        const id = workspaceId.toLowerCase();
        if (parameters.since_id) reading.add(id);
        const isLost = returned.has(id);
        return list(platform, workspaceId, isLost ? { ...parameters, since_id: undefined } : parameters);
      }),
    ],
  },
  kills: [{ cases: ['session-restart-poll'], clause: 'C.1', reason: /came again behind its cursor, / }],
};
