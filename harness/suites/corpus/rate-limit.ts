import type { Exchange } from '../../wire/exchange.ts';
import { limitedInWords, whyLimited } from '../../wire/rate-limit.ts';
import { answersTo } from './agent-answer.ts';
import type { CaseRecord } from './case-record.ts';

/**
 * Why a record says nothing of its clause: the platform has limited the rate, of the case itself or of what its runtime
 * asked for. A 429 that an agent has given came by way of its inbox, and is none.
 */
export function whyRateLimited({
  prepared,
  prepare,
  route,
  steps,
  returned,
  after,
}: CaseRecord): string | undefined {
  const last = prepare.at(-1);
  if (!prepared && last) return whyLimited(last) ?? whyAgentLimited(last);
  if (route !== 'platform') return undefined;
  const unseen = steps.filter(({ inboxAfter }) => inboxAfter.arrivals.length === 0);
  const read = [after?.activity, after?.history].filter((exchange) => exchange !== undefined);
  const back = returned ? [returned.early, ...returned.comings].map(({ exchange }) => exchange) : [];
  return [
    ...[...unseen.map(({ exchange }) => exchange), ...read].map(whyLimited),
    ...back.map((exchange) => exchange && whyAgentLimited(exchange)),
  ].find((why) => why !== undefined);
}

/** An agent that was not let in, or not heard, was so by the limit and by nothing that is judged. */
function whyAgentLimited(exchange: Exchange): string | undefined {
  const [limited] = answersTo(exchange).filter(({ status }) => status === TOO_MANY);
  return limited && limitedInWords(limited.request);
}

const TOO_MANY = 429;
