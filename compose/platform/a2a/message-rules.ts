/**
 * The rules of A.4 for one message, each a pure function of its own. A message whose `parts` key is present is left
 * alone, whatever else it carries; keys count by presence, not by value.
 */
import { seam } from '../../seam.ts';
import { type Refusal, refuse } from '../http/reply.ts';
import { has, isObject, type Json, type JsonObject } from '../json.ts';

/** Gives a message without `messageId` a fresh one. */
export const fillMessageId = seam('platform.fillMessageId', withMessageId);

function withMessageId(message: JsonObject, newId: () => string): JsonObject {
  return has(message, 'messageId') ? message : { ...message, messageId: newId() };
}

/** v0.2 string content becomes one text part. */
export const contentToParts = seam('platform.contentToParts', stringContentToParts);

function stringContentToParts(message: JsonObject): JsonObject {
  const { content, ...rest } = message;
  if (has(message, 'parts') || typeof content !== 'string') return message;
  return { ...rest, parts: [{ kind: 'text', text: content }] };
}

/** v0.2 list content becomes the parts, verbatim. */
export const listContentToParts = seam('platform.listContentToParts', listBecomesParts);

function listBecomesParts(message: JsonObject): JsonObject {
  const { content, ...rest } = message;
  if (has(message, 'parts') || !Array.isArray(content)) return message;
  return { ...rest, parts: content };
}

/** Refuses content that is neither a string nor a list. */
export const contentType = seam('platform.contentType', refuseOtherContent);

function refuseOtherContent(message: JsonObject): Refusal | undefined {
  if (has(message, 'parts') || !has(message, 'content')) return undefined;
  if (typeof message.content === 'string' || Array.isArray(message.content)) return undefined;
  return refuse(400, 'invalid params.message.content type', {
    hint: 'content (v0.2) is a string or a list of parts; new clients send parts (v0.3)',
  });
}

/** Refuses a message that carries neither parts nor content. */
export const requireParts = seam('platform.requireParts', refuseEmptyMessage);

function refuseEmptyMessage(message: JsonObject): Refusal | undefined {
  if (has(message, 'parts') || has(message, 'content')) return undefined;
  return refuse(400, "params.message must contain either 'parts' (v0.3) or 'content' (v0.2 compat)", {
    hint: 'send a v0.3 message, for example {"role":"user","parts":[{"kind":"text","text":"hello"}]}',
  });
}

/** A message without a `role` key speaks as the user. */
export const defaultRole = seam('platform.defaultRole', withRole);

function withRole(message: JsonObject): JsonObject {
  return has(message, 'role') ? message : { ...message, role: 'user' };
}

/** The key `type` of each part is renamed `kind`. */
export const typeToKind = seam('platform.typeToKind', renameTypes);

function renameTypes(message: JsonObject): JsonObject {
  const { parts } = message;
  return Array.isArray(parts) ? { ...message, parts: parts.map(renameType) } : message;
}

function renameType(part: Json): Json {
  if (!isObject(part) || !has(part, 'type') || has(part, 'kind')) return part;
  const { type, ...rest } = part;
  return { ...rest, kind: type };
}
