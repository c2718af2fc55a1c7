import { type Refusal, refuse } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import { readFields } from '../workspaces/fields.ts';

/** Reads `{key, value}`; 400 when one is missing, empty or no text, or cannot be kept (U+0000 in a key). */
export function readSecret(
  body: JsonObject | undefined,
): { readonly key: string; readonly value: string } | Refusal {
  const { text, sound } = readFields(body ?? {});
  const key = text('key');
  const value = text('value');
  if (!sound() || !key || !value || key.includes('\0')) return refuse(400, 'key and value are required');
  return { key, value };
}
