import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const fileAdviceSwapped: Fault = {
  id: 'M139',
  title: 'whoever waits for a new secret is told to provision the workspace again',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.secretFor', (present) => async (platform, id, operation) => {
        const secret = await present(platform, id, operation);
        if (typeof secret === 'string') return secret;
        const error = `workspace not yet enrolled in v2 ${operation} (RFC #2312)`;
        return { refused: { status: 503, body: { error, detail: 'Reprovision the workspace.' } } };
      }),
    ],
  },
  kills: [{ cases: ['G.2-healed'], reason: /^the client is to come back: 503 / }],
};
