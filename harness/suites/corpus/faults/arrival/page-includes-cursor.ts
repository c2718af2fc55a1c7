import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const pageIncludesCursor: Fault = {
  id: 'P-page-includes-cursor',
  title: 'a page of the log begins with its cursor, so that the row comes again and again',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.cursorQuery', (query) => (...given) => {
        const { sql, values } = query(...given);
        return { sql: sql.replace('(a.created_at, a.seq) >', '(a.created_at, a.seq) >='), values };
      }),
    ],
  },
  kills: [
    {
      cases: [
        'hg-content-string-poll',
        'later-poll',
        'poll-big-text',
        'poll-deep',
        'poll-digits',
        'poll-id-zero',
        'poll-nulls',
        'poll-scripts',
        'poll-stream',
        'session-later-poll-three',
        'session-poll-two',
        'session-restart-poll',
        'v03-text-poll',
      ],
      clause: 'C.1',
      reason: /^the cursor row itself came again behind its cursor, \d+ times in all$/,
      outcome: 'delivered',
    },
  ],
};
