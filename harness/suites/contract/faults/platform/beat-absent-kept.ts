import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const last = new Map<string, object>();

export const beatAbsentKept: Fault = {
  id: 'P-beat-absent-kept',
  title: 'what a heartbeat does not say is kept',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.heartbeat', (beat) => (platform, body, bearer) => {
        const id = String(body?.workspace_id);
        const said = { ...last.get(id), ...body };
        if (body?.uptime_seconds !== undefined || last.has(id)) last.set(id, said);
        return beat(platform, last.has(id) ? said : body, bearer);
      }),
    ],
  },
  kills: [{ cases: ['E.2-zeroed'], reason: /^it reads: 200 / }],
};
