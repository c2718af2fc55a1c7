import { seam } from '../../seam.ts';
import { isObject, parseJson } from '../json.ts';
import type { Rules } from '../rules.ts';
import { reasonPhrase } from './reason-phrase.ts';
import { made, PASSED_ON, type Reply } from './reply.ts';

/** The answers that make the platform ask whether the agent's container still lives (A.9). */
export const isDeadStatus = seam('platform.isDeadStatus', inDeadSet);

const DEAD_SET: ReadonlySet<number> = new Set([502, 503, 504, 524]);
const DEAD_ORIGINS: ReadonlySet<number> = new Set([521, 522, 523]);

function inDeadSet(status: number, rules: Rules): boolean {
  return DEAD_SET.has(status) || (rules.probesDeadOrigins && DEAD_ORIGINS.has(status));
}

/** What the sender is told about an answer of the agent (A.9). */
export const mapResult = seam('platform.mapResult', replyFor);

function replyFor(status: number, body: Buffer, rules: Rules): Reply {
  if (status === 204 || status === 304) return { status, body: '', contentType: PASSED_ON };
  if (status >= 300) return made({ status, body: { error: errorText(status, body) } });
  if (body.length > 0 || !rules.refusesEmptyAnswer) return { status, body, contentType: PASSED_ON };
  return made({ status, body: { error: 'agent returned empty response body' } });
}

function errorText(status: number, body: Buffer): string {
  const error = errorMember(body);
  return error || reasonPhrase(status);
}

function errorMember(body: Buffer): string {
  try {
    const document = parseJson(body);
    return isObject(document) && typeof document.error === 'string' ? document.error : '';
  } catch {
    return '';
  }
}

/** The reply when the agent's body broke off: whether it acted is told by its status alone. */
export const mapUnreadable = seam('platform.mapUnreadable', unreadableReply);

function unreadableReply(status: number, rules: Rules): Reply {
  const confirmed = status < 400;
  const ownStatus = rules.unreadableKeepsStatus && status >= 300 ? status : 502;
  const body = { error: 'failed to read agent response', delivery_confirmed: confirmed };
  return made({ status: ownStatus, body });
}
