import { parseJson } from '../../support/parse-json.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { bytesOf } from '../../wire/recorded-body.ts';

/** What a platform answered to one request of an agent that was set up: status 0 for nothing. */
export interface Answered {
  readonly request: 'POST /registry/register' | 'POST /registry/heartbeat';
  readonly clause: 'E.1' | 'E.2';
  readonly status: number;
}

const REQUESTS = [
  { member: 'registration', request: 'POST /registry/register', clause: 'E.1' },
  { member: 'heartbeat', request: 'POST /registry/heartbeat', clause: 'E.2' },
] as const;

/** What the platform answered to an agent while it was set up by this call of its runtime's control API. */
export function answersTo({ response }: Exchange): readonly Answered[] {
  const told: unknown = response && parseJson(bytesOf(response.body).toString('utf8'));
  return REQUESTS.flatMap(({ member, request, clause }) => {
    const answer: unknown = Reflect.get(Object(told), member);
    const status: unknown = Reflect.get(Object(answer), 'status');
    if (typeof status !== 'number') return [];
    return [{ request, clause, status }];
  });
}

/** Whether the platform has let an agent register, and has taken its heartbeat. */
export function isBack(exchange: Exchange): boolean {
  return answersTo(exchange).every(({ status }) => status === 200);
}
