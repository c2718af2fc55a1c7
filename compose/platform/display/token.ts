import { createHmac } from 'node:crypto';
import { seam } from '../../seam.ts';
import { sameSecret } from '../auth/tokens.ts';
import type { Lease } from './lease.ts';

/** The token that opens a session under a lease, and under no other (I.4): what it says, and its signature. */
export const tokenOf = seam('platform.displayToken', sign);

function sign(secret: string, workspaceId: string, lease: Lease): string {
  const { controlled_by, expires_second, serial } = lease;
  const payload = [workspaceId.toLowerCase(), controlled_by, expires_second, serial].join('|');
  const signature = createHmac('sha256', secret).update(payload).digest('base64url');
  return `${Buffer.from(payload).toString('base64url')}.${signature}`;
}

/** Whether a token is that of the lease that holds now; compared in constant time. */
export const checkToken = seam('platform.checkDisplayToken', isTokenOf);

function isTokenOf(secret: string, workspaceId: string, lease: Lease, token: string): boolean {
  return sameSecret(token, tokenOf(secret, workspaceId, lease));
}

const ENTRY = 'molecule-display-token.';

/** The token that a client offers among its subprotocols; of several the first. Empty when there is none. */
export const offeredToken = seam('platform.offeredDisplayToken', readOffer);

function readOffer(subprotocols: string, _url: string): string {
  const entries = subprotocols.split(',').map((entry) => entry.trim());
  return entries.find((entry) => entry.startsWith(ENTRY))?.slice(ENTRY.length) ?? '';
}
