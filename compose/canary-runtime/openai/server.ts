import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { readBody, sendJson } from '../json.ts';
import { chunksOf, completionOf } from './completion.ts';
import { say } from './say.ts';
import type { ChatRequest, Said } from './types.ts';

export interface ModelOptions {
  readonly host: string;
  readonly port: number;
  /** How long it takes to answer anything. */
  readonly latencyMs?: number;
  /** Is told of each request. */
  readonly note?: (fields: object, message: string) => void;
}

/** An endpoint that listens; disposing it closes every connection. */
export interface ModelEndpoint extends AsyncDisposable {
  readonly url: string;
}

/** Starts the model behind the wire that OpenAI has for it: chat completions at `/v1`, whole or streamed. */
export async function startModelEndpoint(options: ModelOptions): Promise<ModelEndpoint> {
  const server = createServer((request, response) => {
    answer(request, response, options).catch((error: unknown) => {
      options.note?.({ error: String(error) }, 'failed');
      response.destroy();
    });
  });
  server.listen(options.port, options.host);
  await once(server, 'listening');
  return {
    url: `http://${options.host}:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { latencyMs = 0, note }: ModelOptions,
): Promise<void> {
  if (request.method === 'GET' && request.url === '/health') return sendJson(response, 200, { status: 'ok' });
  if (request.method !== 'POST' || request.url !== '/v1/chat/completions')
    return refuse(response, 404, `no such path: ${request.method} ${request.url}`);
  const chat = chatIn(await readBody(request));
  if (chat === undefined) return refuse(response, 400, 'the body is no chat with `messages`');
  const said = say(chat);
  note?.({ messages: chat.messages, said }, 'asked');
  if (await isGoneWithin(response, latencyMs + (said.pauseMs ?? 0))) return;
  if (chat.stream) sendStream(response, chat, said);
  else sendJson(response, 200, completionOf(chat, said));
}

function chatIn(body: string | undefined): ChatRequest | undefined {
  try {
    const chat = JSON.parse(body ?? '') as Partial<ChatRequest> | null;
    return Array.isArray(chat?.messages) ? (chat as ChatRequest) : undefined;
  } catch {
    return undefined;
  }
}

/** Takes its time, unless whoever asked goes away. */
async function isGoneWithin(response: ServerResponse, pauseMs: number): Promise<boolean> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  await delay(pauseMs, undefined, { signal: gone.signal }).catch(() => undefined);
  return gone.signal.aborted;
}

function sendStream(response: ServerResponse, chat: ChatRequest, said: Said): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const chunk of chunksOf(chat, said)) response.write(`data: ${JSON.stringify(chunk)}\n\n`);
  response.end('data: [DONE]\n\n');
}

function refuse(response: ServerResponse, status: number, message: string): void {
  sendJson(response, status, { error: { message, type: 'invalid_request_error' } });
}
