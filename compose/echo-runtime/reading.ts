import type { Reading, ReadPart } from './types.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Any value as an object whose fields may be looked at; what is no object has no fields. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** The value when it is a text with something in it, else `null`. */
export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Reads a message of the 0.x protocols, where `kind` says what a part is; anything else is `unknown`. */
export function readMessage0x(message: unknown): Reading {
  const { role, messageId, contextId, taskId, metadata, parts } = fieldsOf(message);
  return {
    role: textOrNull(role),
    messageId: textOrNull(messageId),
    contextId: textOrNull(contextId),
    taskId: textOrNull(taskId),
    metadata: metadata ?? null,
    parts: Array.isArray(parts) ? parts.map(readPart0x) : [],
  };
}

function readPart0x(part: unknown): ReadPart {
  const { kind, text, file, data } = fieldsOf(part);
  if (kind === 'text' && typeof text === 'string') return { kind, text };
  if (kind === 'data' && data !== undefined) return { kind, data };
  if (kind === 'file' && typeof file === 'object' && file !== null) return readFile0x(fieldsOf(file));
  return { kind: 'unknown', value: part };
}

function readFile0x(file: Fields): ReadPart {
  return {
    kind: 'file',
    name: textOrNull(file.name),
    mimeType: textOrNull(file.mimeType),
    bytes: typeof file.bytes === 'string' ? file.bytes : null,
    uri: textOrNull(file.uri),
  };
}

/** Reads a 1.0 message as it is written in JSON, where the member that is present says what a part is. */
export function readMessageV1(message: unknown): Reading {
  const { role, parts, ...rest } = fieldsOf(message);
  const read = Array.isArray(parts) ? parts.map(readPartV1) : [];
  return { ...readMessage0x(rest), role: roleOf(role), parts: read };
}

function readPartV1(part: unknown): ReadPart {
  const { text, raw, url, data, filename, mediaType } = fieldsOf(part);
  if (typeof text === 'string') return { kind: 'text', text };
  if (data !== undefined) return { kind: 'data', data };
  if (typeof raw !== 'string' && typeof url !== 'string') return { kind: 'unknown', value: part };
  return {
    kind: 'file',
    name: textOrNull(filename),
    mimeType: textOrNull(mediaType),
    bytes: typeof raw === 'string' ? raw : null,
    uri: textOrNull(url),
  };
}

/** The neutral name of a 1.0 role, whether it is given by name or by its protobuf number. */
export function roleOf(role: unknown): string | null {
  if (role === 'ROLE_USER' || role === 1) return 'user';
  if (role === 'ROLE_AGENT' || role === 2) return 'agent';
  return role === undefined || role === null || role === 0 ? null : String(role);
}
