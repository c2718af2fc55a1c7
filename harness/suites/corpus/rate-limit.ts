import { parseJson } from '../../support/parse-json.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { limitedInWords, whyLimited } from '../../wire/rate-limit.ts';
import { bytesOf } from '../../wire/recorded-body.ts';
import type { CaseRecord } from './case-record.ts';

/**
 * Why a record says nothing of its clause: the platform has limited the rate, of the case itself or of what its runtime
 * asked for. A 429 that an agent has given came by way of its inbox, and is none.
 */
export function whyRateLimited({ prepared, prepare, route, steps, after }: CaseRecord): string | undefined {
  const last = prepare.at(-1);
  if (!prepared && last) return whyLimited(last) ?? whyRegistrationLimited(last);
  if (route !== 'platform') return undefined;
  const unseen = steps.filter(({ inboxAfter }) => inboxAfter.arrivals.length === 0);
  const read = [after?.activity, after?.history].filter((exchange) => exchange !== undefined);
  return [...unseen.map(({ exchange }) => exchange), ...read]
    .map(whyLimited)
    .find((why) => why !== undefined);
}

function whyRegistrationLimited({ response }: Exchange): string | undefined {
  const answer: unknown = response && parseJson(bytesOf(response.body).toString('utf8'));
  const registration: unknown = Reflect.get(Object(answer), 'registration');
  const limited = Reflect.get(Object(registration), 'status') === 429;
  return limited ? limitedInWords('POST /registry/register') : undefined;
}
