import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const createChannelUntold: Fault = {
  id: 'M077',
  title: 'a create does not tell how a coding agent connects',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.createWorkspace', (create) => async (...given) => {
        const outcome = await create(...given);
        const body = 'body' in outcome ? outcome.body : undefined;
        const connection: unknown = Reflect.get(Object(body), 'connection');
        if (!connection) return outcome;
        const { claude_code_channel_snippet: _untold, ...rest } = Object(connection);
        return { ...outcome, body: { ...Object(body), connection: rest } };
      }),
    ],
  },
  kills: [{ cases: ['F.2-external'], reason: /^it is created: 201 .*claude_code_channel_snippet/ }],
};
