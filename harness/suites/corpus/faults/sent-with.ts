import type { Seams } from '../../../../compose/seams.ts';

type Outcome = Awaited<ReturnType<Seams['platform.dispatch']>>;
type Call = Pick<Parameters<Seams['platform.dispatch']>[0], 'url' | 'bytes'>;

/** Sends a message with headers of one's own, and tells of what came as the platform's client does. */
export async function sentWith(
  { url, bytes }: Call,
  headers: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const sending = { method: 'POST', headers, body: new Uint8Array(bytes) };
  const reply = await fetch(url, sending).catch((error: Error) => error);
  if (reply instanceof Error) return { kind: 'unreachable', error: reply.cause ?? reply };
  const { status } = reply;
  const body = await reply.arrayBuffer().catch((error: Error) => error);
  if (body instanceof Error) return { kind: 'unreadable', status, error: body };
  return { kind: 'answered', status, body: Buffer.from(body) };
}
