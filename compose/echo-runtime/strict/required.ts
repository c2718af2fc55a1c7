import { fieldsOf } from '../reading.ts';
import type { Protocol } from './protocol.ts';
import type { Violation } from './violation.ts';

const PART_MEMBERS = ['text', 'raw', 'url', 'data'] as const;
const ROLES = ['ROLE_USER', 'ROLE_AGENT'];

/**
 * What the prose of the protocols demands and their JSON Schemas do not: parts are not empty; in 1.0 the REQUIRED
 * fields are there (an empty text is absent there) and a part has exactly one content member.
 */
export function brokenRequirement(
  definition: string,
  params: unknown,
  protocol: Protocol,
): Violation | undefined {
  if (definition === 'MessageSendParams') return emptyParts(fieldsOf(params).message);
  if (protocol !== '1.0') return undefined;
  if (definition === 'SendMessageRequest') return brokenMessage(fieldsOf(params).message);
  if (definition === 'ListTasksRequest') return undefined;
  return isText(fieldsOf(params).id) ? undefined : required('/id');
}

function brokenMessage(message: unknown): Violation | undefined {
  if (typeof message !== 'object' || message === null) return required('/message');
  const { messageId, role, parts } = fieldsOf(message);
  if (!isText(messageId)) return required('/message/messageId');
  if (!ROLES.includes(String(role)))
    return { path: '/message/role', reason: `must be one of ${ROLES.join(', ')}` };
  return emptyParts(message) ?? brokenPart(Array.isArray(parts) ? parts : []);
}

function emptyParts(message: unknown): Violation | undefined {
  const { parts } = fieldsOf(message);
  if (Array.isArray(parts) && parts.length > 0) return undefined;
  return { path: '/message/parts', reason: 'must have at least one part' };
}

function brokenPart(parts: readonly unknown[]): Violation | undefined {
  const index = parts.findIndex((part) => membersOf(part) !== 1);
  if (index === -1) return undefined;
  return { path: `/message/parts/${index}`, reason: `must have exactly one of ${PART_MEMBERS.join(', ')}` };
}

function membersOf(part: unknown): number {
  return PART_MEMBERS.filter((member) => Object.hasOwn(fieldsOf(part), member)).length;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function required(path: string): Violation {
  return { path, reason: 'is required and must not be empty' };
}
