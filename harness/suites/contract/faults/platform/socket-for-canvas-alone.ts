import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const socketForCanvasAlone: Fault = {
  id: 'P-contract-socket-for-canvas-alone',
  title: 'no agent gets a socket',
  plant: onPlatform(
    at('platform.checkSocket', () => async (_platform, request) => {
      if (request.headers['x-workspace-id'] === undefined) return undefined;
      return { refused: { status: 401, body: { error: 'invalid workspace auth token' } } };
    }),
  ),
  kills: [
    { cases: ['C.4-socket@agent', 'C.4-socket@unknown'], reason: /^it is refused: 401/ },
    { cases: ['C.4-of-relations', 'C.4-roots-apart'], reason: /^the socket opens: 401/ },
    {
      cases: ['C.4-socket@no-token', 'C.4-socket@no-uuid'],
      reason: /^(the reason: false|it is refused: 401)/,
    },
  ],
};
