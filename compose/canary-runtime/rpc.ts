import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { JsonRpcTransportHandler, TaskStore } from 'a2a-sdk-0.3/server';
import { seam } from '../seam.ts';
import { sendJson } from './json.ts';

/** A request as the SDK is to get it. */
export const requestOf = seam('canary.request', (request: unknown): unknown => request);

/** Whether a message may go on with a task: only in the context that the task belongs to. */
export const mayGoOn = seam(
  'canary.mayGoOn',
  (contextId: string | undefined, taskContextId: string): boolean =>
    contextId === undefined || contextId === taskContextId,
);

/** Answers one JSON-RPC request by the SDK, whole or as a stream of events. */
export async function answerRpc(
  transport: JsonRpcTransportHandler,
  tasks: TaskStore,
  body: string,
  response: ServerResponse,
): Promise<void> {
  const asked = parsed(body);
  if (asked === undefined) return sendJson(response, 400, errorFor(null, -32700, 'Parse error'));
  const request = requestOf(asked);
  const why = await whyNot(tasks, request);
  if (why !== undefined) return sendJson(response, 200, errorFor(idOf(request), -32602, why));
  const answer = await transport.handle(request);
  if (Symbol.asyncIterator in answer) return pump(answer, response);
  sendJson(response, 200, saidAs(answer));
}

/** A JSON-RPC response, whole or of one event, as it is to go out. */
export const saidAs = seam('canary.said', (answer: unknown): unknown => answer);

/** Sends events for as long as somebody reads them, and takes them to their end also when nobody does any more. */
export const pump = seam(
  'canary.pump',
  async (events: AsyncIterable<unknown>, response: ServerResponse): Promise<void> => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
    for await (const event of events) {
      if (response.destroyed || response.write(`data: ${JSON.stringify(saidAs(event))}\n\n`)) continue;
      await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
    response.end();
  },
);

async function whyNot(tasks: TaskStore, request: unknown): Promise<string | undefined> {
  const message = Reflect.get(Object(Reflect.get(Object(request), 'params')), 'message');
  const { taskId, contextId } = Object(message) as { readonly taskId?: unknown; readonly contextId?: string };
  const task = typeof taskId === 'string' ? await tasks.load(taskId) : undefined;
  if (!task || mayGoOn(contextId ?? undefined, task.contextId)) return undefined;
  return 'contextId does not match the context of the task';
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function idOf(request: unknown): unknown {
  return Reflect.get(Object(request), 'id') ?? null;
}

function errorFor(id: unknown, code: number, message: string) {
  return { jsonrpc: '2.0', id, error: { code, message } };
}
