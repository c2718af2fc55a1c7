import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const peerAsSourceAlone: Fault = {
  id: 'P-peer-as-source-alone',
  title: 'the rows of a peer are those alone in which it has spoken',
  plant: onPlatform(
    at('platform.cursorQuery', (page) => (...given) => {
      const { sql, values } = page(...given);
      return { sql: sql.replace('IN (a.source_id, a.target_id)', '= a.source_id'), values };
    }),
  ),
  kills: [{ cases: ['C.1-peer-as-target'], reason: /^rows of the peer: 200 \[\]/ }],
};
