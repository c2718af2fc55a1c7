import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { fieldsOf } from '../request.ts';

const NEITHER_ERROR = /HTTP 400 and the error "params\.message must contain either 'parts'/;
const refused = {
  status: 400,
  body: { error: "params.message must contain either 'parts' (v0.3) or 'content' (v0.2 compat)", hint: '' },
};

export const messageLessRejected: Fault = {
  id: 'M112',
  title: 'methods without a message are rejected',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.normalise', (normalise) => (...given) => {
        const normalised = normalise(...given);
        if ('refused' in normalised) return normalised;
        const { message } = fieldsOf(normalised.payload.params);
        return typeof message === 'object' ? normalised : { refused };
      }),
    ],
  },
  kills: [
    {
      cases: [
        'message-string',
        'params-array',
        'params-missing',
        'v03-tasks-cancel-unknown',
        'v03-tasks-get-unknown',
        'v03-tasks-list',
        'v03-unknown-method',
      ],
      clause: 'A.4',
      reason: NEITHER_ERROR,
    },
    { cases: ['v01-push-notification-set'], clause: 'A.7', reason: NEITHER_ERROR },
    {
      cases: ['session-restart-task-platform'],
      reason: /^nothing arrived at the runtime: somebody else refused it$/,
    },
  ],
};
