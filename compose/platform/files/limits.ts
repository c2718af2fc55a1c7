import { seam } from '../../seam.ts';
import type { Answer } from '../http/reply.ts';
import type { Rules } from '../rules.ts';

const MEBIBYTE = 1_048_576;
const MAX_ATTACHMENTS = 10;

/** Bytes that one upload may have (G.1). */
export const uploadCapBytes = seam('platform.uploadCapBytes', capOf);

function capOf(rules: Rules): number {
  return (rules.hasUploadLimits ? 100 : 50) * MEBIBYTE;
}

/** `GET /uploads/limits` (G.1). */
export function uploadLimits(rules: Rules): Answer {
  const cap = uploadCapBytes(rules);
  const body = {
    per_file_bytes: cap,
    per_request_bytes: cap,
    max_attachments_per_message: MAX_ATTACHMENTS,
  };
  return { status: 200, body };
}
