import { isObject, type Json, type JsonObject, numberOf } from '../json.ts';

/** A file that a chat message shows; size in bytes. */
export interface Attachment {
  readonly [key: string]: Json | undefined;
  readonly name: string;
  readonly uri: string;
}

/** The parts below `holder`, an empty list when there are none. */
export function partsOf(holder: Json | undefined): readonly JsonObject[] {
  const parts = isObject(holder) ? holder.parts : undefined;
  return Array.isArray(parts) ? parts.filter(isObject) : [];
}

/** True when a part calls itself `kind`, by either key. */
export function isKind(part: JsonObject, kind: string): boolean {
  return part.kind === kind || part.type === kind;
}

/** The non-empty text of a part. */
export function textOf(part: JsonObject | undefined): string | undefined {
  return typeof part?.text === 'string' && part.text !== '' ? part.text : undefined;
}

/** Files among parts, in the v0.3 form (`file.uri`) and the v1 form (`url`, `filename`, `mediaType`). */
export function filesOf(parts: readonly JsonObject[]): readonly Attachment[] {
  return parts.flatMap((part) => {
    const file = isObject(part.file) ? part.file : undefined;
    if (!isKind(part, 'file') && part.url === undefined) return [];
    const uri = file?.uri ?? part.url;
    if (typeof uri !== 'string' || uri === '') return [];
    const name = file?.name ?? part.filename;
    const mimeType = file?.mimeType ?? part.mediaType;
    const size = file?.size ?? part.size;
    return [
      {
        uri,
        name: typeof name === 'string' && name !== '' ? name : baseName(uri),
        mimeType: typeof mimeType === 'string' && mimeType !== '' ? mimeType : undefined,
        size: numberOf(size) === undefined ? undefined : size,
      },
    ];
  });
}

function baseName(uri: string): string {
  const path = uri.split(/[?#]/)[0] ?? uri;
  return path.split('/').filter(Boolean).at(-1) ?? uri;
}
