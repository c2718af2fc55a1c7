import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const registerPollWantsUrl: Fault = {
  id: 'M103',
  title: 'a workspace that polls has to say a URL',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.register', (register) => (platform, body, bearer) => {
        const isBare = bearer !== '' && body?.delivery_mode === 'poll' && !body.url;
        if (!isBare) return register(platform, body, bearer);
        return { refused: { status: 400, body: { error: 'url is required' } } };
      }),
    ],
  },
  kills: [
    { cases: ['E.1-poll-any-url'], reason: /^it is registered: 400 / },
    { cases: ['E.1-mode-kept'], reason: /^poll is kept: 400 / },
    { cases: ['F.4-token-revoked'], clause: 'F.4', reason: /^nothing registers there: 400 / },
    { cases: ['E.1-unknown'], reason: /^its bearer does.*: 400 / },
  ],
};
