import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withTexts } from '../request.ts';

/** Of HTML, of JSON and of URIs. */
const ESCAPE = /&[a-z#]\w*;|\\u[0-9a-f]{4}|\\[nt]|%[0-9A-F]{2}/g;

export const escapesUndone: Fault = {
  id: 'P-escapes-undone',
  title: 'what looks like an escape in a text is undone',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => withTexts(request, (text) => text.replace(ESCAPE, '_')))],
  },
  kills: [
    {
      cases: ['text-backslashes', 'text-entities', 'text-percent'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
  ],
};
