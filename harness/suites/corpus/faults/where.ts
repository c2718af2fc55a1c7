import type { CaseIdentity } from '../../../support/case.ts';

/** Cases of messages that an agent answers with a stream of events. */
export function answeredByStream({ facets }: CaseIdentity): boolean {
  return facets.asks === 'stream' && facets.expected === 'delivered' && facets.agent !== 'poll';
}

/** The same where the sender hears the stream to its end. */
export function heardToTheEnd(planned: CaseIdentity): boolean {
  return answeredByStream(planned) && planned.facets.sender !== 'hangs up';
}

/** Cases of messages that bring an id of their own and must arrive through the platform. */
export function bringsMessageId({ facets }: CaseIdentity): boolean {
  return facets.route === 'platform' && isDelivered(facets.expected) && facets.messageId === 'own';
}

/** Cases that the platform passes on and the runtime behind it refuses, by the protocol. */
export function refusedBehindPlatform({ facets }: CaseIdentity): boolean {
  const { route, expected, agent } = facets;
  return route === 'platform' && expected === 'rejected-by-runtime' && agent !== 'failing';
}

/** Cases whose requests reach a runtime with headers beside the plain ones. */
export function hasOddHeaders({ facets }: CaseIdentity): boolean {
  return facets.route === 'direct' && facets.headers === 'odd' && facets.expected !== 'policy';
}

/** Cases whose messages an agent answers through the platform: none that is polled, for its sender hears of no answer. */
export function answeredThroughPlatform({ facets }: CaseIdentity): boolean {
  return facets.route === 'platform' && facets.expected === 'delivered' && facets.agent !== 'poll';
}

/** Cases of messages that wait in the queue of the platform until their agent is no longer busy. */
export function waitsInQueue({ facets }: CaseIdentity): boolean {
  return facets.expected === 'delivered-later' && facets.agent !== 'poll';
}

/** Cases whose agent registers again, after the last message or in a session, whatever became of that. */
export function comesBack({ facets }: CaseIdentity): boolean {
  const { expected, agent, entry, restarts, route } = facets;
  const returns = expected === 'delivered-later' || agent === 'dead' || entry === 'later-failing';
  return returns || (restarts !== undefined && route === 'platform');
}

/** Cases of sessions whose agent restarts in their middle. */
export function restarts({ facets }: CaseIdentity): boolean {
  return facets.restarts !== undefined;
}

/** The same where the platform has to find the agent again, and sends to it. */
export function restartsBehindPlatform(planned: CaseIdentity): boolean {
  const { route, agent } = planned.facets;
  return restarts(planned) && route === 'platform' && agent !== 'poll';
}

/** Now, or when the agent has come back. */
function isDelivered(expected: string | undefined): boolean {
  return expected === 'delivered' || expected === 'delivered-later';
}
