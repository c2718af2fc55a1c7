import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, type Json, withMessage } from '../request.ts';

export const extensionsTidied: Fault = {
  id: 'P-extensions-tidied',
  title: 'extension URIs lose the slash at their end',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) =>
        withMessage(request, ({ extensions, ...message }) =>
          Array.isArray(extensions)
            ? {
                ...message,
                extensions: [...new Set(extensions.map((uri: Json) => String(uri).replace(/\/$/, '')))],
              }
            : { ...message, extensions },
        ),
      ),
    ],
  },
  kills: [
    {
      cases: ['extension-uri-slash'],
      clause: 'A.7',
      reason: /^params\.message\.extensions\[1\] is missing$/,
      outcome: 'delivered-altered',
    },
  ],
};
