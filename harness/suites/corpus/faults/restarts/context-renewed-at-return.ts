import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { atReturn } from '../at-return.ts';
import { withDocument, withMessage } from '../request.ts';
import { restartsBehindPlatform } from '../where.ts';

const returned = new Set<string>();

export const contextRenewedAtReturn: Fault = {
  id: 'P-context-renewed-at-return',
  title: 'an agent that registers anew gets its messages in another context',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      atReturn((workspaceId) => void returned.add(workspaceId)),
      at('platform.dispatch', (dispatch) => async (call) => {
        if (!returned.has(call.targetId.toLowerCase())) return dispatch(call);
        const bytes = withDocument(call.bytes, (document) =>
          withMessage(document, (message) =>
            message.contextId === undefined ? message : { ...message, contextId: 'another-context' },
          ),
        );
        return dispatch({ ...call, bytes });
      }),
    ],
  },
  kills: [
    {
      cases: restartsBehindPlatform,
      reason:
        /^params\.message\.contextId = "another-context"$|^agent code read contextId "another-context"$/,
    },
  ],
};
