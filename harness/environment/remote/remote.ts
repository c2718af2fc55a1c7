import type { RemoteSubject } from '../../config/subject.ts';
import { deadlineIn, poll } from '../../support/deadline.ts';
import { EnvironmentError } from '../../support/errors.ts';
import type { Crew } from '../crew/crew.ts';
import { describeProbe, isReady, type ProbeAnswer, probeHttp } from '../services/http-probe.ts';
import type { BootedSubject } from '../world-parts.ts';

const PATIENCE_MS = 3000;

/** Makes sure that what runs elsewhere can be reached. Throws `EnvironmentError` naming URL and transport code. */
export async function reachRemote(crew: Crew, subject: RemoteSubject): Promise<BootedSubject> {
  const { platform } = subject;
  const reached = crew.options.probe === false ? {} : { answersAt: await reachAll(crew, subject) };
  if (!platform) return reached;
  if (platform.adminToken !== undefined) crew.credentials.know(platform.adminToken);
  return { platform: { ...platform, url: withoutSlash(platform.url) }, ...reached };
}

/** Where it has answered. */
async function reachAll(crew: Crew, subject: RemoteSubject): Promise<readonly string[]> {
  const all = soughtOf(subject);
  for (const sought of all) await reach(crew, subject, sought);
  return all.map(({ url }) => url);
}

function soughtOf({ platform, agentUrl, readiness }: RemoteSubject): readonly Sought[] {
  const health = platform && `${withoutSlash(platform.url)}${readiness}`;
  return [
    ...(health ? [{ key: 'url', url: health, satisfies: isReady } as const] : []),
    ...(agentUrl ? [{ key: 'agentUrl', url: agentUrl, satisfies: hasAnswered } as const] : []),
  ];
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

function hasAnswered({ kind }: ProbeAnswer): boolean {
  return kind === 'answered';
}

/** Where a subject has to answer, by which key of its file, and with what. */
interface Sought {
  readonly key: 'url' | 'agentUrl';
  readonly url: string;
  readonly satisfies: (answer: ProbeAnswer) => boolean;
}

async function reach(crew: Crew, subject: RemoteSubject, sought: Sought): Promise<void> {
  const { url, satisfies } = sought;
  const patienceMs = Math.min(subject.readinessTimeoutMs ?? PATIENCE_MS, crew.deadline.remainingMs());
  const deadline = deadlineIn(patienceMs);
  let last: ProbeAnswer = { kind: 'failed', code: 'ETIMEDOUT' };
  const ask = async () => {
    crew.signal.throwIfAborted();
    last = await probeHttp(url, deadline.remainingMs(), crew.signal);
    return satisfies(last) ? true : undefined;
  };
  if (await poll(ask, deadline, 100)) return crew.progress('ready', url);
  throw unreachable(subject, sought, last, patienceMs);
}

function unreachable(
  { name, file }: RemoteSubject,
  { key, url }: Sought,
  last: ProbeAnswer,
  patienceMs: number,
): EnvironmentError {
  const silent = last.kind === 'failed';
  return new EnvironmentError({
    code: silent ? 'SUBJECT_UNREACHABLE' : 'SUBJECT_NOT_READY',
    message: silent
      ? `The subject ${name} cannot be reached: GET ${url} failed with ${last.code}.`
      : `The subject ${name} is not ready: GET ${url} answered ${describeProbe(last)}.`,
    details: [`Asked for ${Math.round(patienceMs)} ms.`],
    fix: silent
      ? `Start it, or correct \`${key}\` in ${file}.`
      : `Correct \`readiness\` in ${file} (any 2xx counts) or its \`${key}\`, or allow more by \`readinessTimeoutMs\`.`,
  });
}
