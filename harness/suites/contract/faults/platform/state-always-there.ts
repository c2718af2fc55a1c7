import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const stateAlwaysThere: Fault = {
  id: 'P-contract-state-untrue',
  title: 'a state says of everybody that he is there, and waits',
  plant: onPlatform(
    at('platform.workspaceState', (state) => async (...given) => {
      const outcome = await state(...given);
      if ('refused' in outcome) return outcome;
      return { status: 200, body: { ...Object(outcome.body), deleted: false, status: 'online' } };
    }),
  ),
  kills: [
    { cases: ['F.3-state-gone'], reason: /^of a removed one: 200/ },
    { cases: ['F.3-state@own'], reason: /^it is told: 200/ },
  ],
};
