import type { Budget } from '../handling/grip.ts';
import { describeProbe, probeHttp } from '../services/http-probe.ts';
import type { ReadyProbe } from './wait-ready.ts';

/** A runtime need not have any path but its own: any answer says that it listens, the first message the rest. */
export function anyAnswer(
  url: string,
  words: Pick<ReadyProbe<true>, 'told' | 'fix'>,
  { deadline, signal }: Budget,
): ReadyProbe<true> {
  return {
    what: `GET ${url}/`,
    ...words,
    ask: async () => {
      const answer = await probeHttp(url, deadline.remainingMs(), signal);
      return answer.kind === 'answered'
        ? { ready: true, value: true }
        : { ready: false, last: describeProbe(answer) };
    },
  };
}
