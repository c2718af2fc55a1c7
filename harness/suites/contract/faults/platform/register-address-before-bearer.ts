import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const registerAddressBeforeBearer: Fault = {
  id: 'M107',
  title: 'the URL of a registration is judged before its bearer, which tells what is there',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.register', (register) => async (platform, body, bearer) => {
        const url = body?.url ?? '';
        const isBad = body?.delivery_mode === 'push' && (url === '' || String(url).includes('169.254'));
        const error =
          url === '' ? 'url is required for push-mode workspaces' : 'url targets a blocked address: x';
        return isBad ? { refused: { status: 400, body: { error } } } : register(platform, body, bearer);
      }),
    ],
  },
  kills: [
    {
      cases: ['E.1-order@bearer-before-url', 'E.1-order@bearer-before-address'],
      reason: /^what comes first decides: 400 /,
    },
  ],
};
