import { promisify } from 'node:util';
import { constants, deflateRaw } from 'node:zlib';
import { visible } from './page/visible.ts';

const deflate = promisify(deflateRaw);

/**
 * A value as a page can hold it and cannot act upon it: JSON of which every string was made visible, deflated, in base64.
 * Whatever evidence says, no byte of it stands in the page as it is.
 */
export async function packed(value: unknown): Promise<string> {
  return packedJson(jsonOf(value));
}

/** The same of a value that is JSON already. */
export async function packedJson(json: string): Promise<string> {
  const bytes = await deflate(json, { level: constants.Z_BEST_COMPRESSION });
  return bytes.toString('base64');
}

/** A value as JSON, its strings made visible. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_key, each) => (typeof each === 'string' ? visible(each) : each));
}
