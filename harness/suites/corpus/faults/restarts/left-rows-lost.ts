import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { atReturn } from '../at-return.ts';

const returned = new Map<string, number>();

function writtenMs(row: unknown): number {
  return Date.parse(String(Reflect.get(Object(row), 'created_at')));
}

export const leftRowsLost: Fault = {
  id: 'P-left-rows-lost',
  title: 'an agent that polls and registers anew does not get what was left for it before',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      atReturn((workspaceId) => void returned.set(workspaceId, Date.now())),
      at('platform.listActivity', (list) => async (platform, workspaceId, parameters) => {
        const outcome = await list(platform, workspaceId, parameters);
        const sinceMs = returned.get(workspaceId.toLowerCase());
        if (!parameters.since_id || sinceMs === undefined || !('body' in outcome)) return outcome;
        const rows = Array.isArray(outcome.body) ? outcome.body : [];
        return { ...outcome, body: rows.filter((row) => writtenMs(row) >= sinceMs) };
      }),
    ],
  },
  kills: [
    {
      cases: ['session-restart-poll'],
      clause: 'A.5',
      reason: /^nothing arrived at the runtime; .* is queued$/,
      outcome: 'dropped',
    },
  ],
};
