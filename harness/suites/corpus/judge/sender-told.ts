import type { Finding } from '../../../support/verdict.ts';
import { nodesApart } from '../../../wire/document/apart.ts';
import { differences } from '../../../wire/document/compare.ts';
import { nodeAt, valueAt } from '../../../wire/document/pointer.ts';
import { agentWords } from '../../../wire/reply/agent-words.ts';
import { letsAnswerLater, readingOf } from '../../../wire/reply/message-reading.ts';
import { isAtWork } from '../../../wire/reply/task-state.ts';
import { type Envelope, toldInWords } from '../../../wire/reply/told.ts';
import type { Arrived, StepEvidence } from './step-evidence.ts';

/** Where the sender of a delivered message was not told so: no success, another id, an answer to something else. */
export function senderFindings(evidence: StepEvidence, arrived: Arrived): readonly Finding[] {
  const { entry, told } = evidence;
  if (entry.agent.mode === 'poll' && entry.route === 'platform')
    return queuedFindings(evidence, arrived.plain);
  if (told.kind !== 'success') {
    const expected = ['the sender is told success: HTTP 2xx with a JSON-RPC `result`'];
    return [{ clause: entry.clause, expected, actual: toldInWords(told) }];
  }
  return [
    ...idFindings(evidence, arrived, told.envelopes),
    ...(evidence.hungUp ? [] : echoFindings(evidence, arrived, told.envelopes)),
  ];
}

/** Where whoever sent to an agent that polls was not told that, and the method, as the agent will read it (A.5). */
export function queuedFindings({ entry, told }: StepEvidence, plain: unknown): readonly Finding[] {
  const method = valueAt(plain, '/method');
  const wanted = typeof method === 'string' ? method : '';
  if (told.kind === 'queued' && told.status === 200 && told.method === wanted) return [];
  return [
    {
      clause: entry.clause,
      expected: [`the sender is told 200 {"status":"queued","method":${JSON.stringify(wanted)}}`],
      actual: toldInWords(told),
    },
  ];
}

function idFindings(
  { entry }: StepEvidence,
  { document }: Arrived,
  envelopes: readonly Envelope[],
): readonly Finding[] {
  const forwarded = nodeAt(document, '/id');
  if (forwarded === undefined) return [];
  return envelopes.flatMap((envelope) => {
    const replied = nodeAt(envelope.document, '/id');
    if (differences(forwarded, replied, { numbers: 'digits or doubles' }).length === 0) return [];
    const words = nodesApart(forwarded, replied);
    const expected = [`the reply carries the id of the request, ${words.expected}`];
    return [{ clause: entry.clause, expected, actual: `the id of the reply is ${words.actual}` }];
  });
}

function echoFindings(
  { entry, nonce }: StepEvidence,
  { plain }: Arrived,
  envelopes: readonly Envelope[],
): readonly Finding[] {
  const carriesNonce = readingOf(plain).parts.some(
    (part) => part.kind === 'text' && part.text.includes(nonce),
  );
  if (!carriesNonce || agentWords(envelopes).includes(nonce)) return [];
  if (letsAnswerLater(plain) && isAtWork(envelopes.at(-1)?.plain)) return [];
  return [
    {
      clause: entry.clause,
      expected: [`the answer echoes the text that was sent, with ${nonce}`],
      actual: 'the result does not contain it: the answer is to something else',
    },
  ];
}
