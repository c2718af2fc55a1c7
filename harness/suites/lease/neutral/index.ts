import { createHmac } from 'node:crypto';
import type { Neutral } from '../../../faults/fault.ts';
import { at } from '../../../faults/plant.ts';
import { onPlatform } from '../../contract/faults/on-platform.ts';

/** Worlds that are different and conform: every case of this suite must stay green in them. */
export const NEUTRAL: readonly Neutral[] = [
  {
    id: 'N-display-token-shape',
    title: 'a token of another shape and the same strength',
    plant: onPlatform(
      at('platform.displayToken', () => (secret, workspaceId, { controlled_by, expires_at, serial }) => {
        const payload = JSON.stringify([workspaceId.toLowerCase(), controlled_by, expires_at, serial]);
        const signature = createHmac('sha512', secret).update(payload).digest('base64url');
        return `${Buffer.from(payload).toString('base64url')}.${signature}`;
      }),
    ),
  },
  {
    id: 'N-display-says-more',
    title: 'a grant that tells more than it has to',
    plant: onPlatform(
      at('platform.acquireDisplay', (acquire) => async (...given) => {
        const outcome = await acquire(...given);
        if ('refused' in outcome) return outcome;
        return { ...outcome, body: { ...Object(outcome.body), granted_by: 'the platform' } };
      }),
    ),
  },
  {
    id: 'N-display-looked-at-late',
    title: 'clocks that lie a third of a second apart: the end of a session is looked at that much later',
    plant: onPlatform(
      at('platform.displaySessionEnd', (endOf) => async (...given) => {
        const end = await endOf(...given);
        return end === undefined ? undefined : end + 300;
      }),
    ),
  },
  {
    id: 'N-desktop-heartbeat-slow',
    title: 'a desktop that pings less often',
    plant: {
      kind: 'service',
      service: 'desktop',
      seams: [
        at('desktop.heartbeat', (beat) => (config, socket, entry) => {
          return beat({ ...config, heartbeatMs: config.heartbeatMs * 2 }, socket, entry);
        }),
      ],
    },
  },
  {
    id: 'N-lease-other-order',
    title: 'the cases in the opposite order',
    plant: { kind: 'pace', lanes: 1, order: (ids) => ids.toReversed() },
  },
];
