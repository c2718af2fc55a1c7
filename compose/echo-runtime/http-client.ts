import { once } from 'node:events';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { decodeContent } from './content-coding.ts';

/** One call that an agent makes: a request with a text body. */
export interface HttpCall {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly signal: AbortSignal;
}

/** A whole reply, its content coding taken off. */
export interface HttpReply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/**
 * Makes one call over a connection of its own: none is found dead that way. Interim replies are passed over. Throws the
 * transport's own error when no whole reply comes.
 */
export async function callHttp({ method, url, headers, body, signal }: HttpCall): Promise<HttpReply> {
  const send = url.startsWith('https:') ? (await import('node:https')).request : requestHttp;
  const request = send(url, { method, headers: { ...headers, ...lengthOf(body) }, agent: false, signal });
  // What breaks after the head is thrown by the reading of the body.
  request.on('error', () => undefined).end(body ?? undefined);
  const [reply] = (await once(request, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of reply as AsyncIterable<Buffer>) chunks.push(chunk);
  const bytes = decodeContent(Buffer.concat(chunks), reply.headers['content-encoding']);
  return { status: reply.statusCode ?? 0, headers: reply.headers, text: new TextDecoder().decode(bytes) };
}

function lengthOf(body: string | null): Record<string, string> {
  return body === null ? {} : { 'content-length': `${Buffer.byteLength(body)}` };
}
