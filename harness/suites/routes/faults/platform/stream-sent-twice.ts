import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { STREAMED } from '../streamed.ts';

export const streamSentTwice: Fault = {
  id: 'P-routes-stream-sent-twice',
  title: 'a message whose answer is to be a stream is sent twice',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.dispatch', (dispatch) => async (call) => {
        if (call.method === 'message/stream') await dispatch(call);
        return dispatch(call);
      }),
    ],
  },
  kills: [
    {
      cases: STREAMED,
      clause: 'A.7',
      reason: /^it arrived 2 times through the platform, and once directly$/,
    },
  ],
};
