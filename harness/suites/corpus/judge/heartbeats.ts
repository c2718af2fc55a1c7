import type { Finding } from '../../../support/verdict.ts';
import { answersTo } from '../agent-answer.ts';
import type { CaseRecord, Coming } from '../case-record.ts';

/** Why an agent could not come back, if the platform would not have it: nothing that was to come then could. */
export function notBackFinding({ returned }: CaseRecord): Finding | undefined {
  const exchanges = returned ? [returned.early, ...returned.comings].map(({ exchange }) => exchange) : [];
  const refused = exchanges
    .flatMap((exchange) => (exchange ? answersTo(exchange) : []))
    .find(({ status }) => status !== 200);
  if (!refused) return undefined;
  const { clause, request, status } = refused;
  const came = status === 0 ? 'left without a reply' : `answered ${status}`;
  return {
    clause,
    expected: [`${request} answers 200 to an agent that comes back`],
    actual: `the agent could not come back: ${request} was ${came}`,
  };
}

/** Where more was sent to an agent than it has said that it is free: each heartbeat takes one message out of the queue. */
export function heartbeatFindings({ returned }: CaseRecord): readonly Finding[] {
  const comings = returned?.comings ?? [];
  const sent = comings.map((_coming, at) => pushedBy(comings.slice(0, at + 1)));
  const at = sent.findIndex((count, index) => count > index + 1);
  if (at < 0) return [];
  const beats = at === 0 ? 'one heartbeat' : `${at + 1} heartbeats`;
  const expected = ['each heartbeat of an agent that is free brings one message that waits, and no more'];
  return [{ clause: 'B', expected, actual: `${beats} brought ${sent[at]} requests` }];
}

function pushedBy(comings: readonly Coming[]): number {
  return comings.flatMap(({ arrivals }) => arrivals).filter(({ via }) => via === 'push').length;
}
