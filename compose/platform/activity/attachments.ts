import { isObject, type Json, type JsonObject, parseJson } from '../json.ts';

/** Files among the parts of a stored request's message; a clause of our own: `mimeType` is read like `mime_type`. */
export function attachmentsOf(requestBody: Json | undefined): readonly JsonObject[] {
  if (typeof requestBody !== 'string') return [];
  const document = parseJson(Buffer.from(requestBody));
  const params = isObject(document) ? document.params : undefined;
  const message = isObject(params) ? params.message : undefined;
  const parts = isObject(message) ? message.parts : undefined;
  return Array.isArray(parts) ? parts.flatMap(attachment) : [];
}

function attachment(part: Json): readonly JsonObject[] {
  if (!isObject(part) || !isObject(part.file)) return [];
  const { uri, name, mime_type: snake, mimeType } = part.file;
  return [{ uri, name, mime_type: snake ?? mimeType }];
}
