/** Sends a request to an agent past everything that the platform does; what comes of it is nobody's business. */
export async function pushTo(url: string | null, body: Buffer): Promise<void> {
  if (!url) return;
  const headers = { 'content-type': 'application/json' };
  await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) }).then(
    (reply) => reply.arrayBuffer(),
    () => undefined,
  );
}
