import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

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
      cases: [
        'hg-stream-content',
        'v03-stream',
        'v03-stream-id-zero',
        'v03-stream-input-required',
        'v03-stream-long',
        'v03-stream-no-accept',
        'v03-stream-platform',
        'v03-stream-platform-asks',
        'v03-stream-platform-full',
        'v03-stream-platform-long',
        'v03-stream-platform-task',
        'v03-stream-scripts',
        'v03-stream-task',
      ],
      clause: 'A.7',
      reason: /^it arrived 2 times through the platform, and once directly$/,
    },
  ],
};
