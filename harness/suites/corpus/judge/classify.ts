import type { Outcome } from '../../../corpus/entry.ts';
import { differences, type NumberRule } from '../../../wire/document/compare.ts';
import { type JsonNode, parseBytes } from '../../../wire/document/parse.ts';
import { nodeAt } from '../../../wire/document/pointer.ts';
import type { ReadPart } from '../../../wire/exchange.ts';
import { HANG } from '../../../wire/failure.ts';
import { bringsMessage, intendedParts } from '../../../wire/reply/message-reading.ts';
import { numberRuleOf } from './number-rule.ts';
import { samePart } from './same-parts.ts';
import type { StepEvidence } from './step-evidence.ts';

/**
 * What came of a step. Delivery is read from what agent code got, never from the reply; the reply decides only how
 * something that agent code did not get was refused, and whether a hand-over ended in a failed task.
 */
export function classify(evidence: StepEvidence): Outcome {
  const { told } = evidence;
  switch (told.kind) {
    case 'nothing':
      return told.code === HANG ? 'hang' : 'rejected-opaque';
    case 'opaque':
      return 'rejected-opaque';
    case 'refused':
      return 'rejected-loud';
    case 'failed-task':
      return 'failed-task';
    case 'queued':
    case 'success':
      return deliveryOf(evidence);
    default:
      return told satisfies never;
  }
}

function deliveryOf({ entry, sent, record, arrived, nonce, sentBytes }: StepEvidence): Outcome {
  if (arrived.length === 0) return 'dropped';
  if (!bringsMessage(sent)) return 'delivered';
  const read = record.inboxAfter.handed[0]?.reading.parts;
  if (!read) return 'dropped';
  const intended = intendedParts(sent);
  const lost = intended.length > 0 && !read.some(isUsable);
  if (lost || (textOf(intended).includes(nonce) && !textOf(read).includes(nonce))) return 'dropped';
  if (intended.length === 0 && sentBytes.includes(nonce) && read.length === 0) return 'dropped';
  const same =
    intended.length === read.length && intended.every((part, index) => samePart(part, read[index]));
  return same && keepsIdentity(sentBytes, arrived[0]?.document, numberRuleOf(entry))
    ? 'delivered'
    : 'delivered-altered';
}

/** What tells a message from others; where the sender gave it, it must arrive as it was given. */
const IDENTITY = [
  '/id',
  '/params/message/messageId',
  '/params/message/contextId',
  '/params/message/taskId',
  '/params/message/metadata',
] as const;

function keepsIdentity(sentBytes: Buffer, arrived: JsonNode | undefined, numbers: NumberRule): boolean {
  const sent = parseBytes(sentBytes);
  return IDENTITY.every((place) => {
    const given = nodeAt(sent, place);
    return given === undefined || differences(given, nodeAt(arrived, place), { numbers }).length === 0;
  });
}

function isUsable(part: ReadPart): boolean {
  return part.kind !== 'unknown';
}

function textOf(parts: readonly ReadPart[]): string {
  return parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n');
}
