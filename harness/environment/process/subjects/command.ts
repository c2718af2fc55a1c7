import type { CommandSubject } from '../../../config/subject.ts';
import { fillTemplate, type TemplateValues } from '../../../config/subject-template.ts';
import { type Deadline, deadlineIn } from '../../../support/deadline.ts';
import type { Crew } from '../../crew/crew.ts';
import { describeProbe, isReady, probeHttp } from '../../services/http-probe.ts';
import { startRedis } from '../../services/redis.ts';
import type { BootedSubject } from '../../world-parts.ts';
import { claimPort, freePort } from '../free-port.ts';
import { type ReadyProbe, waitReady } from '../wait-ready.ts';
import { digestOfCommand } from './command-digest.ts';
import { provideDatabase } from './provide-database.ts';
import type { Provisions } from './provisions.ts';

/** Boots an executable of the user's, with the services that it asks for. Throws `EnvironmentError`. */
export async function bootCommand(
  crew: Crew,
  subject: CommandSubject,
  provisions: Provisions,
): Promise<BootedSubject> {
  const port = subject.port === undefined ? await freePort() : await claimPort(subject.port);
  const [digest, control, databaseUrl, redisUrl] = await crew.together([
    digestOfCommand(subject.command, subject.cwd, crew.env.PATH),
    provisions.controlPlane,
    provide(crew, subject.database, () => provideDatabase(crew, provisions)),
    provide(crew, subject.redis, () => startRedis(crew)),
  ]);
  const url = `http://127.0.0.1:${port}`;
  const adminToken = crew.credentials.know(
    fillTemplate(subject.adminToken, { adminToken: crew.credentials.fresh() }),
  );
  const logFile = await startCommand(crew, subject, digest, {
    port: String(port),
    url,
    adminToken,
    ...(control && { controlPlaneUrl: control.url, controlPlaneSecret: control.sharedSecret }),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(redisUrl === undefined ? {} : { redisUrl }),
  });
  const database = databaseUrl === undefined ? {} : { database: { url: databaseUrl } };
  return { platform: { url, adminToken, logFile }, ...database, ...(digest === undefined ? {} : { digest }) };
}

async function provide(
  crew: Crew,
  choice: string,
  start: () => Promise<string>,
): Promise<string | undefined> {
  if (choice === 'none') return undefined;
  if (choice === 'embedded') return start();
  const { password } = new URL(choice);
  crew.credentials.know(decodeURIComponent(password));
  return choice;
}

async function startCommand(
  crew: Crew,
  subject: CommandSubject,
  digest: string | undefined,
  values: TemplateValues & { readonly url: string },
): Promise<string> {
  const words = subject.command.map((word) => fillTemplate(word, values));
  const env = Object.entries(subject.env).map(([name, text]) => [name, fillTemplate(text, values)]);
  const service = await crew.start({
    name: 'platform',
    stage: 'platform',
    command: words[0] ?? '',
    args: words.slice(1),
    env: { ...crew.env, ...Object.fromEntries(env) },
    cwd: subject.cwd,
    ...(digest === undefined ? {} : { digest }),
  });
  const deadline = within(crew.deadline, subject.readinessTimeoutMs);
  await waitReady(
    service,
    answersAt(`${values.url}${subject.readiness}`, deadline, crew.signal),
    deadline,
    crew.signal,
  );
  crew.ledger.setUrl('platform', values.url);
  crew.progress('ready', 'platform');
  return service.record.logFile;
}

function within(whole: Deadline, limitMs: number | undefined): Deadline {
  return limitMs === undefined || limitMs > whole.remainingMs() ? whole : deadlineIn(limitMs);
}

function answersAt(url: string, deadline: Deadline, signal: AbortSignal): ReadyProbe<true> {
  return {
    what: `GET ${url}`,
    told: [`It was expected to listen on port ${new URL(url).port}, which was free before.`],
    ask: async () => {
      const answer = await probeHttp(url, deadline.remainingMs(), signal);
      return isReady(answer) ? { ready: true, value: true } : { ready: false, last: describeProbe(answer) };
    },
  };
}
