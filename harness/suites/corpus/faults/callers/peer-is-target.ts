import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const peerIsTarget: Fault = {
  id: 'P-peer-is-target',
  title: 'a row that is read with its peer shows its own workspace',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.cursorQuery', (query) => (...given) => {
        const { sql, values } = query(...given);
        return { sql: sql.replace(/ON p\.id = .*/, 'ON p.id = a.target_id'), values };
      }),
    ],
  },
  rule: 'readsPeerParameters',
  kills: [
    {
      cases: ['later-caller', 'v03-caller-both', 'v03-caller-bearer', 'v03-caller-poll'],
      clause: 'C.1',
      reason: /^include=peer_info shows peer_name "(v03-caller-\w+|later-caller)-[0-9a-f]{8}-[0-9a-f]{3}"$/,
      outcome: 'delivered',
    },
    {
      cases: ['session-restart-in-flight-caller'],
      clause: 'C.1',
      reason: /^include=peer_info shows peer_name "session-restart-/,
    },
  ],
};
