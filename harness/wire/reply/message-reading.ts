import { valueAt } from '../document/pointer.ts';
import type { Reading, ReadPart } from '../exchange.ts';

const SEND_METHODS_0X: ReadonlySet<unknown> = new Set(['message/send', 'message/stream']);
const SEND_METHODS_1: ReadonlySet<unknown> = new Set(['SendMessage', 'SendStreamingMessage']);

/** Whether a request brings a message for agent code; one that cannot be read is taken for one that should have. */
export function bringsMessage(request: unknown): boolean {
  const method = valueAt(request, '/method');
  if (valueAt(request, '/params/message') !== undefined) return true;
  return SEND_METHODS_0X.has(method) || SEND_METHODS_1.has(method) || typeof method !== 'string';
}

/**
 * Whether the sender of a request gave a configuration that lets the agent answer with a task that is still at work. A
 * configuration of 0.x has to ask for the end of the task to wait for it, one of 1.0 has to ask not to.
 */
export function letsAnswerLater(request: unknown): boolean {
  const configuration = valueAt(request, '/params/configuration');
  if (typeof configuration !== 'object' || configuration === null) return false;
  const isV1 = SEND_METHODS_1.has(valueAt(request, '/method'));
  return isV1
    ? valueAt(configuration, '/returnImmediately') === true
    : valueAt(configuration, '/blocking') !== true;
}

/** How agent code must read the message of a canonical request: by `kind` in 0.x, by the member present in 1.0. */
export function readingOf(request: unknown): Reading {
  const message = valueAt(request, '/params/message');
  const isV1 = SEND_METHODS_1.has(valueAt(request, '/method'));
  const parts = valueAt(message, '/parts');
  return {
    role: roleOf(valueAt(message, '/role')),
    messageId: textOrNull(valueAt(message, '/messageId')),
    contextId: textOrNull(valueAt(message, '/contextId')),
    taskId: textOrNull(valueAt(message, '/taskId')),
    metadata: valueAt(message, '/metadata') ?? null,
    parts: Array.isArray(parts) ? parts.map(isV1 ? partByMember : partByKind) : [],
  };
}

/** What the sender meant, in whichever dialect: `content` counts as parts, `type` as `kind`, a bare text as text. */
export function intendedParts(request: unknown): readonly ReadPart[] {
  const message = valueAt(request, '/params/message');
  const parts = valueAt(message, '/parts') ?? valueAt(message, '/content');
  if (typeof parts === 'string') return [{ kind: 'text', text: parts }];
  return Array.isArray(parts) ? parts.map(intendedPart) : [];
}

function intendedPart(part: unknown): ReadPart {
  if (typeof part === 'string') return { kind: 'text', text: part };
  const kind = valueAt(part, '/kind') ?? valueAt(part, '/type');
  if (kind === undefined) return partByMember(part);
  return partByKind({ ...(part as object), kind });
}

function partByKind(part: unknown): ReadPart {
  const kind = valueAt(part, '/kind');
  const text = valueAt(part, '/text');
  const data = valueAt(part, '/data');
  const file = valueAt(part, '/file');
  if (kind === 'text' && typeof text === 'string') return { kind, text };
  if (kind === 'data' && data !== undefined) return { kind, data };
  if (kind !== 'file' || typeof file !== 'object' || file === null) return { kind: 'unknown', value: part };
  return {
    kind,
    name: textOrNull(valueAt(file, '/name')),
    mimeType: textOrNull(valueAt(file, '/mimeType')),
    bytes: stringOrNull(valueAt(file, '/bytes')),
    uri: textOrNull(valueAt(file, '/uri')),
  };
}

function partByMember(part: unknown): ReadPart {
  const text = valueAt(part, '/text');
  const data = valueAt(part, '/data');
  const raw = valueAt(part, '/raw');
  const url = valueAt(part, '/url');
  if (typeof text === 'string') return { kind: 'text', text };
  if (data !== undefined) return { kind: 'data', data };
  if (typeof raw !== 'string' && typeof url !== 'string') return { kind: 'unknown', value: part };
  return {
    kind: 'file',
    name: textOrNull(valueAt(part, '/filename')),
    mimeType: textOrNull(valueAt(part, '/mediaType')),
    bytes: stringOrNull(raw),
    uri: textOrNull(url),
  };
}

function roleOf(role: unknown): string | null {
  if (role === 'ROLE_USER') return 'user';
  return role === 'ROLE_AGENT' ? 'agent' : textOrNull(role);
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function stringOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
