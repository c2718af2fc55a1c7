import { deadlineIn, poll } from '../../support/deadline.ts';
import { type ProbeAnswer, probeHttp } from '../services/http-probe.ts';
import type { SubjectDescription } from '../world.ts';
import type { Loss, Watched } from './loss.ts';

/** A connection may fail once for reasons that are over by now; what fails for so long is gone. */
const GONE_MS = 1000;

/**
 * Watches a subject that runs elsewhere, beside the services of its world: nobody tells when it is gone, but connections
 * to it fail then. One that takes its time to answer is not gone.
 */
export function watchElsewhere(subject: SubjectDescription, services: Watched): Watched {
  return {
    lost: async () => (await services.lost()) ?? (await firstGone(subject)),
    onLoss: services.onLoss,
  };
}

async function firstGone({ name, answersAt = [] }: SubjectDescription): Promise<Loss | undefined> {
  for (const url of answersAt) {
    const failure = await failureAt(url);
    if (failure !== undefined)
      return { service: name, state: 'unreachable', url: withoutCredentials(url), failure, lastLines: [] };
  }
  return undefined;
}

/** With which code every connection fails. */
async function failureAt(url: string): Promise<string | undefined> {
  const deadline = deadlineIn(GONE_MS);
  let failure = '';
  const isThere = await poll(
    async () => {
      const answer = await probeHttp(url, deadline.remainingMs(), new AbortController().signal);
      if (!isGone(answer)) return true;
      failure = answer.code;
      return undefined;
    },
    deadline,
    100,
  );
  return isThere ? undefined : failure;
}

function isGone(answer: ProbeAnswer): answer is ProbeAnswer & { kind: 'failed' } {
  return answer.kind === 'failed' && answer.code !== 'ETIMEDOUT';
}

function withoutCredentials(url: string): string {
  const told = new URL(url);
  told.username = '';
  told.password = '';
  return told.href;
}
