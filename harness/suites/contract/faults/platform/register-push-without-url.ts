import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const registerPushWithoutUrl: Fault = {
  id: 'M104',
  title: 'a workspace that is pushed to need not say a URL',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.register', (register) => (platform, body, bearer) => {
        const isBare = body?.delivery_mode === 'push' && !body.url;
        return register(platform, isBare ? { ...body, url: 'http://localhost:9' } : body, bearer);
      }),
    ],
  },
  kills: [
    { cases: ['E.1-refused@push-without-url', 'E.1-refused@push-empty-url'], reason: /^it is refused: 200 / },
  ],
};
