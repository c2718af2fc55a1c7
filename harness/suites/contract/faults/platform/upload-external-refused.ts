import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const uploadExternalRefused: Fault = {
  id: 'M078',
  title: 'an upload to an external workspace is refused',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.forwardFile',
        (forward) => async (platform, destination, asked) =>
          asked.method === 'POST'
            ? { refused: { status: 422, body: { error: 'external workspaces take no uploads' } } }
            : forward(platform, destination, asked),
      ),
    ],
  },
  kills: [
    { cases: ['G.1-upload'], reason: /^the answer of the agent: 422 / },
    { cases: ['G.1-secret'], reason: /^what it is shown: / },
    { cases: ['G.2-healed@upload'], reason: /^it works now: 422 / },
    { cases: ['G.2-unreachable@upload'], reason: /^(nobody is there|it hangs up): 422 / },
    { cases: ['G.2-unchanged'], reason: /^the upload is answered: 422 / },
  ],
};
