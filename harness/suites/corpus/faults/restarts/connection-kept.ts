import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { atReturn } from '../at-return.ts';
import { reset } from '../broken.ts';

/** Where agents have answered senders, and where they have registered anew since: the connections of before are dead. */
const answered = new Set<string>();
const dead = new Set<string>();

export const connectionKept: Fault = {
  id: 'P-connection-kept',
  title: 'messages go over the connection that an agent was reached by first, though it is dead',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.logAnswered', (log) => (call, ...rest) => {
        answered.add(call.url);
        return log(call, ...rest);
      }),
      atReturn((_workspaceId, url) => {
        if (answered.has(url)) dead.add(url);
      }),
      at('platform.dispatch', (dispatch) => async (call) => {
        if (dead.has(call.url)) return { kind: 'unreachable', error: reset() };
        return dispatch(call);
      }),
    ],
  },
  kills: [
    {
      cases: [
        'session-restart-in-flight',
        'session-restart-in-flight-caller',
        'session-restart-mid-answer',
        'session-restart-same-address',
        'session-restart-task-platform',
      ],
      reason: /HTTP 202 and was told that the message is queued$/,
    },
  ],
};
