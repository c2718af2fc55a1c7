import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { isRefusal, type Refusal, refuse } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { loadDesktop } from './desktop.ts';
import { currentLease, type Lease } from './lease.ts';
import { checkToken, offeredToken } from './token.ts';

const PATH = /^\/workspaces\/([^/?]+)\/display\/session\/([^?]*)/;

/** Whether a request is for the session of a desktop. */
export function isSession(url: string): boolean {
  return PATH.test(url);
}

/** The lease under which a session may be opened: the desktop is looked at first, then the path, then the token (I.4). */
export const admitSession = seam('platform.admitDisplaySession', admitByToken);

async function admitByToken(
  platform: Platform,
  url: string,
  subprotocols: string,
): Promise<{ readonly workspaceId: string; readonly lease: Lease } | Refusal> {
  const [, workspaceId = '', path] = PATH.exec(url) ?? [];
  const desktop = await loadDesktop(platform, workspaceId);
  if (isRefusal(desktop)) return desktop;
  if (!desktop.isEnabled) return refuse(404, 'display not enabled');
  if (!desktop.hasInstance) return refuse(503, 'display session unavailable');
  if (path !== 'websockify') return refuse(404, 'display session path not found');
  try {
    const lease = await currentLease(platform, workspaceId);
    const token = offeredToken(subprotocols, url);
    const { signingSecret } = platform.config.display;
    const isOwn = lease && signingSecret !== '' && checkToken(signingSecret, workspaceId, lease, token);
    return isOwn ? { workspaceId, lease } : refuse(403, 'display control required');
  } catch (error) {
    platform.log.error({ reason: messageOf(error) }, 'a session could not be loaded');
    return refuse(500, 'failed to load display session');
  }
}

const KEPT_BACK: ReadonlySet<string> = new Set(['authorization', 'cookie', 'sec-websocket-protocol', 'host']);

/** What the desktop is told: all that the client said, but neither who it is nor by which token it came (I.4). */
export const upstreamHeaders = seam('platform.displayUpstreamHeaders', headersFor);

function headersFor({ headers, socket }: IncomingMessage): OutgoingHttpHeaders {
  const kept = Object.entries(headers).filter(([name, value]) => value !== undefined && !KEPT_BACK.has(name));
  const forwarded = [headers['x-forwarded-for'], socket.remoteAddress].flat().filter(Boolean).join(', ');
  return {
    ...Object.fromEntries(kept),
    'x-forwarded-for': forwarded,
    'sec-websocket-protocol': 'binary',
  };
}
