import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const fileToAnyAddress: Fault = {
  id: 'P-file-to-any-address',
  title: 'files are sent to addresses that no message is sent to',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.validateDispatchUrl',
        (judge) => (url, mode, resolve) =>
          url.startsWith('http://169.254.169.254')
            ? Promise.resolve({ allowed: true })
            : judge(url, mode, resolve),
      ),
      at(
        'platform.forwardFile',
        (forward) => async (platform, destination, asked) =>
          destination.base.includes('169.254')
            ? { refused: { status: 502, body: { error: 'workspace unreachable' } } }
            : forward(platform, destination, asked),
      ),
    ],
  },
  kills: [
    { cases: ['G.2-unsafe'], reason: /^it is refused: 502 / },
    { cases: ['E.4-address@metadata'], reason: /^what is answered: 200 / },
  ],
};
