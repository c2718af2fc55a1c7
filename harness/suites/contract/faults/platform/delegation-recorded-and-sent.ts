import type { Seams } from '../../../../../compose/seams.ts';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

let send: Seams['platform.delegate'] | undefined;

export const delegationRecordedAndSent: Fault = {
  id: 'P-delegation-recorded-and-sent',
  title: 'a task that an agent sends itself is sent by the platform too',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.delegate', (accept) => {
        send = accept;
        return accept;
      }),
      at('platform.recordDelegation', (record) => async (platform, sourceId, body) => {
        await send?.(platform, sourceId, body);
        return record(platform, sourceId, body);
      }),
    ],
  },
  kills: [{ cases: ['C.5-recorded'], reason: /^(its row|its rows|requests to the agent): / }],
};
