import { isObject, type Json, type JsonObject, parseJson } from '../json.ts';

const KINDS: ReadonlySet<Json | undefined> = new Set(['file', 'image', 'audio', 'video']);

/**
 * Files that a stored request tells of (C.1): those among the parts of its message that say where they are, or itself
 * where it is the manifest of an upload. A clause of our own: `mimeType` is read like `mime_type`.
 */
export function attachmentsOf(requestBody: Json | undefined): readonly JsonObject[] {
  if (typeof requestBody !== 'string') return [];
  const document = parseJson(Buffer.from(requestBody));
  if (!isObject(document)) return [];
  if (document.params === undefined && document.file_id !== undefined) return manifest(document);
  const params = isObject(document.params) ? document.params : {};
  const parts = isObject(params.message) ? params.message.parts : undefined;
  return Array.isArray(parts) ? parts.flatMap(attachment) : [];
}

function attachment(part: Json): readonly JsonObject[] {
  const kind = isObject(part) ? (part.kind ?? part.type) : undefined;
  if (!isObject(part) || !KINDS.has(kind)) return [];
  return fileOf(kind, isObject(part.file) ? part.file : part);
}

function manifest(upload: JsonObject): readonly JsonObject[] {
  const mime = upload.mime_type ?? upload.mimeType;
  const [family = ''] = typeof mime === 'string' ? mime.split('/') : [];
  return fileOf(KINDS.has(family) ? family : 'file', upload);
}

function fileOf(kind: Json | undefined, file: JsonObject): readonly JsonObject[] {
  const { uri, name, mime_type: snake, mimeType } = file;
  if (typeof uri !== 'string' || uri === '') return [];
  return [{ kind, uri, name, mime_type: snake ?? mimeType }];
}
