import type { ServerResponse } from 'node:http';
import type { Agent } from '../agents.ts';
import { stringifyAnyDepth } from '../deep-json.ts';
import { sendJson, sendJsonText } from '../json.ts';
import { fieldsOf } from '../reading.ts';
import { requireJsonContent } from '../strict/content.ts';
import { converse } from '../strict/conversation.ts';
import { echoedId, envelopeOf, parseBody, protocolOf, rawIdOf } from '../strict/envelope.ts';
import { cancel, get, send } from '../strict/operations.ts';
import { CODES, METHODS, type Protocol, RpcError } from '../strict/protocol.ts';
import { type Validate, validatorFrom } from '../strict/schemas.ts';
import { WIRES } from '../strict/wire.ts';
import type { Call, Line } from './line.ts';

const CARD_PATH = '/.well-known/agent-card.json';

/** Our own line: accepts nothing that the schema of the protocol version does not allow, and says why. */
export async function strictLine(schemasDirectory: string): Promise<Line> {
  const validate = await validatorFrom(schemasDirectory);
  return {
    async serve(call) {
      const { pathname } = new URL(call.path, call.agent.url);
      if (pathname === CARD_PATH) return sendJson(call.response, 200, cardOf(call.agent));
      if (pathname !== '/') return sendJson(call.response, 404, { error: `no such path: ${pathname}` });
      if (call.request.method !== 'POST')
        return sendJson(call.response, 405, { error: 'POST is wanted here' });
      await answer(call, validate);
    },
  };
}

async function answer(call: Call, validate: Validate): Promise<void> {
  let rawId = 'null';
  try {
    requireJsonContent(call.request.headers);
    const { text, document } = parseBody(call.body);
    rawId = echoedId(rawIdOf(text, document));
    const { method, params } = envelopeOf(document);
    const protocol = protocolAsked(call);
    await perform(call, rawId, protocol, method, checked(validate, protocol, method, params));
  } catch (error) {
    sendError(call.response, rawId, error);
  }
}

function protocolAsked({ request, path, agent }: Call): Protocol {
  const header = request.headers['a2a-version'];
  const query = path.includes('?') ? new URL(path, agent.url).searchParams.get('A2A-Version') : null;
  return protocolOf(Array.isArray(header) ? header[0] : header, query);
}

function checked(validate: Validate, protocol: Protocol, method: string, params: unknown): unknown {
  const definition = METHODS[protocol].get(method)?.definition;
  const violation = definition === undefined ? undefined : validate(definition, params, protocol);
  if (!violation) return params;
  const message = `Invalid params: ${violation.path || 'params'} ${violation.reason}`;
  throw new RpcError(CODES.invalidParams, message, { data: violation });
}

async function perform(call: Call, rawId: string, protocol: Protocol, method: string, params: unknown) {
  const { agent, response } = call;
  const operation = METHODS[protocol].get(method)?.operation;
  switch (operation) {
    case 'send':
      return sendResult(response, rawId, await send(agent, protocol, params));
    case 'stream':
      return stream(call, rawId, protocol, params);
    case 'get':
      return sendResult(response, rawId, get(agent, protocol, params));
    case 'cancel':
      return sendResult(response, rawId, cancel(agent, protocol, params));
    case 'no-push':
      throw new RpcError(CODES.pushNotSupported, 'Push notifications are not supported');
    case 'no-card':
      throw new RpcError(CODES.cardNotConfigured, 'There is no extended card');
    case 'unsupported':
      throw new RpcError(CODES.unsupported, `${method} is not supported`);
    case undefined:
      throw new RpcError(CODES.methodNotFound, `Method not found: ${method}`);
    default:
      return operation satisfies never;
  }
}

/** Errors before the first event are plain JSON replies; nothing can fail after it but the connection. */
async function stream({ agent, response }: Call, rawId: string, protocol: Protocol, params: unknown) {
  const happenings = converse(agent, protocol, fieldsOf(params));
  for await (const happening of happenings) {
    if (!response.headersSent) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
    }
    response.write(`data: ${resultText(rawId, WIRES[protocol].event(happening))}\n\n`);
  }
  response.end();
}

function sendResult(response: ServerResponse, rawId: string, result: unknown): void {
  sendJsonText(response, 200, resultText(rawId, result));
}

function resultText(rawId: string, result: unknown): string {
  return `{"jsonrpc":"2.0","id":${rawId},"result":${stringifyAnyDepth(result)}}`;
}

function sendError(response: ServerResponse, rawId: string, thrown: unknown): void {
  const error =
    thrown instanceof RpcError ? thrown : new RpcError(CODES.internal, `Internal error: ${thrown}`);
  const { code, message, data } = error;
  const text = JSON.stringify({ code, message, ...(data !== undefined && { data }) });
  sendJsonText(response, error.httpStatus, `{"jsonrpc":"2.0","id":${rawId},"error":${text}}`);
}

function cardOf(agent: Agent) {
  return {
    name: `echo-${agent.id}`,
    description: 'Echoes the text that it could read.',
    url: agent.url,
    version: '1.0.0',
    protocolVersion: '0.3.0',
    preferredTransport: 'JSONRPC',
    supportedInterfaces: ['1.0', '0.3'].map((protocolVersion) => {
      return { url: agent.url, protocolBinding: 'JSONRPC', protocolVersion };
    }),
    capabilities: { streaming: true, pushNotifications: false },
    defaultInputModes: ['text/plain'],
    defaultOutputModes: ['text/plain'],
    skills: [{ id: 'echo', name: 'Echo', description: 'Says it again.', tags: ['echo'] }],
  };
}
