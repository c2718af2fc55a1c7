import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const beatSameUntold: Fault = {
  id: 'P-contract-beat-untold',
  title: 'a heartbeat that says the same again is not told',
  plant: onPlatform(
    at('platform.told', (tell) => {
      const last = new Map<string, string>();
      return (event) => {
        if (event.event !== 'WORKSPACE_HEARTBEAT') return tell(event);
        const said = JSON.stringify(event.payload);
        const isSame = last.get(event.workspaceId) === said;
        last.set(event.workspaceId, said);
        return isSame ? [] : tell(event);
      };
    }),
  ),
  kills: [
    { cases: ['C.4-tells@heartbeat'], reason: /^the names of what is told: \["WORKSPACE_HEARTBEAT"\]/ },
  ],
};
