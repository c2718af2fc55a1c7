import { seam } from '../../seam.ts';
import { parseBody } from '../http/body.ts';
import { type Refusal, refuse } from '../http/reply.ts';
import { has, isObject, type JsonObject } from '../json.ts';
import { jsonText } from '../json-text.ts';
import type { Rules } from '../rules.ts';
import {
  contentToParts,
  contentType,
  defaultRole,
  fillMessageId,
  listContentToParts,
  requireParts,
  typeToKind,
} from './message-rules.ts';

export interface Normalised {
  readonly payload: JsonObject;
  readonly method: string;
}

/** Step 8: the envelope and message that the agent receives, or why there is none (A.4). */
export const normalise = seam('platform.normalise', normaliseBody);

function normaliseBody(body: Uint8Array, rules: Rules, newId: () => string): Normalised | Refusal {
  const document = parseBody(body);
  const envelope = document === null ? {} : document;
  if (!isObject(envelope)) return refuse(400, 'invalid JSON');
  const wrapped = wrapEnvelope(envelope, newId);
  const method = typeof wrapped.method === 'string' ? wrapped.method : '';
  if (!requiresMessageBody(wrapped)) return { payload: wrapped, method };
  const params = wrapped.params as JsonObject;
  const message = params.message as JsonObject;
  const refused = contentType(message) ?? requireParts(message);
  if (refused) return refused;
  return {
    payload: { ...wrapped, params: { ...params, message: canonical(message, rules, newId) } },
    method,
  };
}

/** Without a `jsonrpc` key a new envelope takes `method` and `params` over and nothing else. */
export const wrapEnvelope = seam('platform.wrapEnvelope', wrapBare);

function wrapBare(document: JsonObject, newId: () => string): JsonObject {
  if (has(document, 'jsonrpc')) return document;
  const { method = null, params = null } = document;
  return { jsonrpc: '2.0', id: newId(), method, params };
}

/** The message rules apply to any method whose `params.message` is an object, and to nothing else. */
export const requiresMessageBody = seam('platform.requiresMessageBody', hasMessageObject);

function hasMessageObject(envelope: JsonObject): boolean {
  return isObject(envelope.params) && isObject(envelope.params.message);
}

function canonical(message: JsonObject, rules: Rules, newId: () => string): JsonObject {
  const converted = listContentToParts(contentToParts(fillMessageId(message, newId)));
  const spoken = rules.defaultsRole ? defaultRole(converted) : converted;
  return rules.renamesType ? typeToKind(spoken) : spoken;
}

/** The bytes that are sent for a payload: sorted keys, compact, HTML-safe (A.4). */
export const forwardBody = seam('platform.forwardBody', marshal);

function marshal(payload: JsonObject): Buffer {
  return Buffer.from(jsonText(payload));
}
