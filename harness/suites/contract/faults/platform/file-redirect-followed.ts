import { Readable } from 'node:stream';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const fileRedirectFollowed: Fault = {
  id: 'P-file-redirect-followed',
  title: 'an agent that sends elsewhere is followed',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.forwardFile', (forward) => async (platform, destination, asked) => {
        const answer = await forward(platform, destination, asked);
        if (asked.method === 'POST' || !('refused' in answer)) return answer;
        const followed = await fetch(destination.base + asked.path).catch(() => undefined);
        if (!followed?.body) return answer;
        const body = Readable.from(Buffer.from(await followed.arrayBuffer()));
        return { status: followed.status, headers: {}, body };
      }),
    ],
  },
  kills: [{ cases: ['G.1-redirect'], reason: /^(it is unreachable: 200 |requests elsewhere: 1;)/ }],
};
