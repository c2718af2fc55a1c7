import type { Finding } from '../../../support/verdict.ts';
import { valueAt } from '../../../wire/document/pointer.ts';
import { isEventStream } from '../../../wire/reply/events.ts';
import { isAtRest } from '../../../wire/reply/task-state.ts';
import type { StepEvidence } from './step-evidence.ts';

const STREAMS: ReadonlySet<unknown> = new Set(['message/stream', 'SendStreamingMessage']);

/** Where the sender of a streaming call got no stream, or one that does not come to its end. */
export function streamFindings(evidence: StepEvidence): readonly Finding[] {
  const { entry, sent, told, record } = evidence;
  if (told.kind !== 'success' || !STREAMS.has(valueAt(sent, '/method'))) return [];
  return [
    ...(isLabelled(entry.route, record.exchange.response?.headers) ? [] : [unlabelled(entry.clause)]),
    ...(evidence.hungUp || comesToAnEnd(told.envelopes.at(-1)?.plain)
      ? []
      : [endless(entry.clause, told.envelopes.at(-1)?.plain)]),
  ];
}

/** A platform calls every answer JSON (A.9); a runtime says what it sends. */
function isLabelled(route: string, headers: Readonly<Record<string, string>> = {}): boolean {
  return route === 'platform' || isEventStream(headers);
}

/** A message is an answer whole; a task has to come to rest, and 0.x says `final` beside that. */
function comesToAnEnd(envelope: unknown): boolean {
  const result = valueAt(envelope, '/result');
  if (valueAt(result, '/kind') === 'message' || valueAt(result, '/message') !== undefined) return true;
  const isUpdate = valueAt(result, '/kind') === 'status-update';
  return isAtRest(envelope) && (!isUpdate || valueAt(result, '/final') === true);
}

function unlabelled(clause: string): Finding {
  const expected = ['the answer to a streaming call is text/event-stream'];
  return { clause, expected, actual: 'the answer to a streaming call is of another content type' };
}

function endless(clause: string, last: unknown): Finding {
  const result = valueAt(last, '/result');
  const kind = valueAt(result, '/kind') ?? Object.keys((result as object | undefined) ?? {})[0];
  const expected = ['the last event of the stream is a message, or says that the task has come to rest'];
  return { clause, expected, actual: `the stream ends in the middle: its last event is ${String(kind)}` };
}
