import { createHmac } from 'node:crypto';
import type { Neutral, ServicePlant } from '../../../faults/fault.ts';
import { at } from '../../../faults/plant.ts';
import { onPlatform } from '../../contract/faults/on-platform.ts';

/** Worlds that are different and conform: every case of this suite must stay green in them. */
export const NEUTRAL: readonly Neutral[] = [
  {
    id: 'N-desktop-other-size',
    title: 'a desktop of another size',
    plant: otherDesktop({ DESKTOP_WIDTH: '1024', DESKTOP_HEIGHT: '600' }),
  },
  {
    id: 'N-desktop-slow-pictures',
    title: 'a desktop that shows ten pictures a second',
    plant: otherDesktop({ DESKTOP_FRAME_MS: '100' }),
  },
  {
    id: 'N-client-token-shape',
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
    id: 'N-client-proxy-headers',
    title: 'a proxy before the desktop that adds headers',
    plant: onPlatform(
      at('platform.displayUpstreamHeaders', (headersFor) => (request) => {
        return {
          ...headersFor(request),
          via: '1.1 a proxy',
          'x-request-id': 'abc',
          forwarded: 'for=192.0.2.1',
        };
      }),
    ),
  },
];

/** The seam stands as it was; its process is started otherwise. */
function otherDesktop(env: Readonly<Record<string, string>>): ServicePlant {
  const asItWas = at(
    'desktop.heartbeat',
    (beat) =>
      (...given) =>
        beat(...given),
  );
  return { kind: 'service', service: 'desktop', seams: [asItWas], env };
}
