import { fieldsOf, readMessage0x, roleOf, textOrNull } from '../reading.ts';
import type { Reading, ReadPart } from '../types.ts';

/** Reads the object that the 1.x SDK makes of a message: protobuf style, with `content.$case` on its parts. */
export function readMessageProto(message: unknown): Reading {
  const { role, parts, ...rest } = fieldsOf(message);
  const read = Array.isArray(parts) ? parts.map(readPart) : [];
  return { ...readMessage0x(rest), role: roleOf(role), parts: read };
}

function readPart(part: unknown): ReadPart {
  const { content, filename, mediaType } = fieldsOf(part);
  const { $case: member, value } = fieldsOf(content);
  const name = textOrNull(filename);
  const mimeType = textOrNull(mediaType);
  switch (member) {
    case 'text':
      return { kind: 'text', text: String(value) };
    case 'raw':
      return { kind: 'file', name, mimeType, bytes: base64Of(value), uri: null };
    case 'url':
      return { kind: 'file', name, mimeType, bytes: null, uri: textOrNull(value) };
    case 'data':
      return { kind: 'data', data: value ?? null };
    default:
      return { kind: 'unknown', value: part };
  }
}

function base64Of(value: unknown): string | null {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : null;
}
