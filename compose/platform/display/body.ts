import { parseBody } from '../http/body.ts';
import { isObject, type JsonObject } from '../json.ts';

/**
 * The object that a body begins with, as the real server reads one: no body and `null` are an empty one, what follows
 * the first document is not looked at. Undefined for anything else.
 */
export function leadingObject(body: unknown): JsonObject | undefined {
  const text = Buffer.isBuffer(body) ? body.toString().trimStart() : '';
  if (text === '' || /^null\b/.test(text)) return {};
  const end = endOfObject(text);
  const document = end === undefined ? undefined : parseBody(Buffer.from(text.slice(0, end)));
  return isObject(document) ? document : undefined;
}

/** Where the braces are even again, strings left out. */
function endOfObject(text: string): number | undefined {
  if (!text.startsWith('{')) return undefined;
  let depth = 0;
  for (const { 0: piece, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (piece === '{') depth += 1;
    if (piece === '}') depth -= 1;
    if (depth === 0) return index + 1;
  }
  return undefined;
}
