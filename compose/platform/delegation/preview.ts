import { seam } from '../../seam.ts';
import type { Rules } from '../rules.ts';

const DOTS = '...';
const ELLIPSIS = '…';

/**
 * The beginning of a text as an event shows it, in bytes (C.4): `...` behind that many, or `…` within. A character is
 * never cut in two, where the earlier platform lost the row of such a text.
 */
export const previewOf = seam('platform.delegationPreview', beginningOf);

function beginningOf(text: string, maxBytes: number, rules: Rules): string {
  if (Buffer.byteLength(text) <= maxBytes) return text;
  return rules.previewsEndWithin
    ? headOf(text, maxBytes - Buffer.byteLength(ELLIPSIS)) + ELLIPSIS
    : headOf(text, maxBytes) + DOTS;
}

function headOf(text: string, maxBytes: number): string {
  const bytes = Buffer.from(text);
  let end = Math.min(maxBytes, bytes.length);
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end).toString();
}
