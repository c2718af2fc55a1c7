import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { atReturn } from '../at-return.ts';
import { pushTo } from '../push-to.ts';

const cut = new Map<string, Buffer>();

export const cutAnswerSentAgain: Fault = {
  id: 'P-cut-answer-sent-again',
  title: 'a message whose answer broke off is sent again when its agent is back',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.dispatch', (dispatch) => async (call) => {
        const outcome = await dispatch(call);
        if ('kind' in outcome && outcome.kind === 'unreadable')
          cut.set(call.targetId.toLowerCase(), call.bytes);
        return outcome;
      }),
      atReturn(async (workspaceId, url) => {
        const bytes = cut.get(workspaceId);
        if (bytes) await pushTo(url, bytes);
      }),
    ],
  },
  kills: [{ cases: ['session-restart-mid-answer'], clause: 'A.9', reason: /^it arrived 2 times$/ }],
};
