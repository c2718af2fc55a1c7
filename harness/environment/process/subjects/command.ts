import type { CommandSubject } from '../../../config/subject.ts';
import { fillTemplate, type TemplateValues } from '../../../config/subject-template.ts';
import { type Deadline, deadlineIn } from '../../../support/deadline.ts';
import type { Crew, ServiceOrder } from '../../crew/crew.ts';
import type { Settings } from '../../handling/actions.ts';
import type { Budget } from '../../handling/grip.ts';
import { askHealth } from '../../services/http-probe.ts';
import { startRedis } from '../../services/redis.ts';
import type { BootedSubject } from '../../world-parts.ts';
import { bringUp } from '../bring-up.ts';
import { claimPort, freePort, PORT_OPTION } from '../free-port.ts';
import type { Link } from '../link.ts';
import { behind, settle } from '../settle.ts';
import type { ReadyProbe } from '../wait-ready.ts';
import { digestOfCommand } from './command-digest.ts';
import { provideDatabase } from './provide-database.ts';
import type { Provisions } from './provisions.ts';

/** Boots an executable of the user's, with the services that it asks for. Throws `EnvironmentError`. */
export async function bootCommand(
  crew: Crew,
  subject: CommandSubject,
  provisions: Provisions,
): Promise<BootedSubject> {
  const port = await portFor(crew, subject);
  const [digest, control, databaseUrl, redisUrl] = await crew.together([
    digestOfCommand(subject.command, subject.cwd, crew.env.PATH),
    provisions.controlPlane,
    provide(crew, subject.database, () => provideDatabase(crew, provisions)),
    provide(crew, subject.redis, () => startRedis(crew)),
  ]);
  const link = await crew.link('platform');
  const listensAt = `http://127.0.0.1:${port}`;
  const url = link ? behind(link, listensAt) : listensAt;
  const token = tokenFor(crew, subject);
  const logFile = await startCommand(
    crew,
    subject,
    { digest, listensAt, link },
    {
      port: String(port),
      url,
      ...token,
      ...(control && { controlPlaneUrl: control.url, controlPlaneSecret: control.sharedSecret }),
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
      ...(redisUrl === undefined ? {} : { redisUrl }),
    },
  );
  const database = databaseUrl === undefined ? {} : { database: { url: databaseUrl } };
  return { platform: { url, ...token, logFile }, ...database, ...(digest === undefined ? {} : { digest }) };
}

function portFor({ options }: Crew, { port, file }: CommandSubject): Promise<number> {
  if (options.port !== undefined) return claimPort(options.port, PORT_OPTION);
  return port === undefined ? freePort() : claimPort(port, `drop \`port\` from ${file}`);
}

function tokenFor({ credentials }: Crew, { adminToken }: CommandSubject): { readonly adminToken?: string } {
  if (adminToken === undefined) return {};
  return { adminToken: credentials.know(fillTemplate(adminToken, { adminToken: credentials.fresh() })) };
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

/** Where a command listens itself, what stands before it, and what exactly it is. */
interface Place {
  readonly listensAt: string;
  readonly link: Link | undefined;
  readonly digest: string | undefined;
}

async function startCommand(
  crew: Crew,
  subject: CommandSubject,
  place: Place,
  values: TemplateValues,
): Promise<string> {
  const { digest, listensAt, link } = place;
  const words = subject.command.map((word) => fillTemplate(word, values));
  const env = Object.entries(subject.env).map(([name, text]) => [name, fillTemplate(text, values)]);
  const order: ServiceOrder = {
    name: 'platform',
    stage: 'platform',
    command: words[0] ?? '',
    args: words.slice(1),
    env: { ...crew.env, ...Object.fromEntries(env) },
    cwd: subject.cwd,
    ...(digest === undefined ? {} : { digest }),
  };
  const start = async ({ deadline: whole, signal }: Budget, settings: Settings = {}) => {
    const budget = { deadline: within(whole, subject.readinessTimeoutMs), signal };
    const probe = answersAt(`${listensAt}${subject.readiness}`, subject, budget);
    const command = { ...order, env: { ...order.env, ...settings } };
    return (await bringUp(crew, command, () => probe, budget)).service;
  };
  const service = await start(crew);
  settle(crew, { service, url: listensAt, link, again: start, takesSettings: true });
  return service.record.logFile;
}

function within(whole: Deadline, limitMs: number | undefined): Deadline {
  return limitMs === undefined || limitMs > whole.remainingMs() ? whole : deadlineIn(limitMs);
}

function answersAt(url: string, { file, readiness }: CommandSubject, budget: Budget): ReadyProbe<string> {
  return {
    what: `GET ${url}`,
    told: [
      `It was expected to listen on port ${new URL(url).port}, which was free before.`,
      `It is ready once it answers any 2xx at \`readiness\` of ${file}, which is ${readiness}.`,
    ],
    fix: `Correct \`readiness\` in ${file}, or allow it more time by \`readinessTimeoutMs\`; what it wrote stands above.`,
    ask: () => askHealth(url, budget),
  };
}
