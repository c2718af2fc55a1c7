import { policy } from './policy.js';

/**
 * Asks for the lease of a desktop, or for more of it: `granted` with the address and the token of its session, `held`
 * with who has it, or `refused` with what was said. How much is left is counted from when we asked, by our own clock:
 * that of the platform may show another time.
 */
export async function acquire(workspaceId) {
  const askedAt = performance.now();
  const { status, body } = await post(workspaceId, 'acquire', {
    controller: 'user',
    ttl_seconds: policy.ttlSeconds,
  });
  if (status === 409) return { is: 'held', by: body.current?.controlled_by ?? 'somebody else' };
  if (status !== 200) return { is: 'refused', said: body.error ?? `status ${status}`, status };
  const [path, token] = body.session_url.split('#token=');
  const url = new URL(path, location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  const endsAt = askedAt + policy.ttlSeconds * 1000;
  return { is: 'granted', url: url.href, token, leftMs: () => endsAt - performance.now() };
}

/** Gives a lease back; that it could not be is no matter, for it ends by itself. */
export async function release(workspaceId) {
  await post(workspaceId, 'release', {});
}

async function post(workspaceId, act, body) {
  try {
    const response = await fetch(`/workspaces/${encodeURIComponent(workspaceId)}/display/control/${act}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json().catch(() => ({})) };
  } catch (error) {
    return { status: 0, body: { error: error.message } };
  }
}
