import type { Finding } from '../../support/verdict.ts';
import { differences } from '../../wire/document/compare.ts';
import { parseBytes } from '../../wire/document/parse.ts';
import { inline } from '../../wire/document/print.ts';
import { judgeExchange, replyInWords } from '../platform-exchange.ts';
import type { Judged } from '../suite.ts';
import type { Observed } from './perform.ts';

/** What a case comes to: the platform forwards what canaries send without a change, or canaries test another wire. */
export function judgeWire(observed: Observed): Judged {
  const { unready, exchange } = observed;
  if (unready) {
    const finding = { clause: 'A.7', expected: [unready.expected], actual: replyInWords(unready.exchange) };
    return judgeExchange(unready.exchange, [finding]);
  }
  if (!exchange)
    return {
      verdict: 'inconclusive',
      findings: [],
      reason: 'nothing was sent',
      observations: 0,
      bytesSent: 0,
    };
  return { ...judgeExchange(exchange, findingsIn(observed)), observations: 2 };
}

function findingsIn({ sent, forwarded }: Observed): readonly Finding[] {
  if (!sent) return [finding('what a canary sends reaches the runtime', 'nothing arrived directly')];
  if (!forwarded) return [finding('the platform forwards the turn', 'nothing arrived through the platform')];
  const document = parseBytes(forwarded.body);
  if (document === undefined) return [finding('the platform forwards JSON', 'what it forwarded is no JSON')];
  const emitted = parseBytes(sent.body) ?? null;
  const type =
    sent.contentType === forwarded.contentType
      ? []
      : [`content-type: canaries send ${sent.contentType}, the platform forwards ${forwarded.contentType}`];
  const apart = differences(document, emitted).map(({ path, expected, actual }) => {
    const words = (node: typeof expected) => (node === undefined ? 'nothing' : inline(node));
    return `${path}: canaries send ${words(actual)}, the platform forwards ${words(expected)}`;
  });
  return [...type, ...apart].map((actual) =>
    finding('canaries send what the platform forwards for the same turn', actual),
  );
}

function finding(expected: string, actual: string): Finding {
  return { clause: 'A.7', expected: [expected], actual };
}
