import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { OWN_TERMS, type RuntimeTerms } from '../../../config/runtime-terms.ts';
import type { ImagePlace, RuntimeSubject } from '../../../config/subject.ts';
import { fillTemplate } from '../../../config/subject-template.ts';
import { deadlineIn, poll } from '../../../support/deadline.ts';
import { EnvironmentError } from '../../../support/errors.ts';
import type { Crew, ServiceOrder } from '../../crew/crew.ts';
import type { Budget } from '../../handling/grip.ts';
import { describeProbe, probeHttp } from '../../services/http-probe.ts';
import { startOwn } from '../../services/own.ts';
import type { BootedCanary } from '../../world-parts.ts';
import { anyAnswer } from '../any-answer.ts';
import { bringUp } from '../bring-up.ts';
import { claimPort, freePort } from '../free-port.ts';
import { behind, settle } from '../settle.ts';
import { digestOfCommand } from './command-digest.ts';

/** How the runtime is called among the services of a world, whoever wrote it. */
const SERVICE = 'canary-runtime';
const PATIENCE_MS = 3_000;
const SECRET_NAME = /(?:key|token|secret|password|passwd|credentials?|cookie)$/i;

/** Boots, or reaches, the runtime that conversations are held with. Throws `EnvironmentError`. */
export async function bootCanary(crew: Crew): Promise<BootedCanary> {
  const { subject, probe } = crew.options;
  if (subject.kind === 'runtime') return bootRuntime(crew, subject);
  if (subject.kind !== 'remote' || subject.agentUrl === undefined) return bootOwnCanary(crew);
  const url = withoutSlash(subject.agentUrl);
  return { endpoint: { url, terms: OWN_TERMS, ...(probe === false && { isUnseen: true }) } };
}

/** Boots our own canary runtime, in canary mode and with a folder in which its sessions outlive it. */
export async function bootOwnCanary(crew: Crew): Promise<BootedCanary> {
  const { url } = await startOwn(crew, {
    name: SERVICE,
    service: 'canary-runtime',
    stage: 'peer',
    env: { MOLECULE_CANARY_MODE: '1', MOLECULE_MEMORY_ROOT: memoryRoot(crew) },
  });
  return { endpoint: { url, terms: OWN_TERMS, service: SERVICE } };
}

function memoryRoot({ ledger }: Crew): string {
  return join(ledger.directory, 'canary-memory');
}

function bootRuntime(crew: Crew, subject: RuntimeSubject): Promise<BootedCanary> {
  for (const value of Object.values(subject.terms.headers)) crew.credentials.know(value);
  const { place, terms } = subject;
  if ('env' in place) knowSecretsOf(crew, place.env);
  switch (place.kind) {
    case 'own':
      return bootOwnAs(crew, subject);
    case 'command':
      return bootCommand(crew, subject, place);
    case 'image':
      return bootFromImage(crew, terms, place);
    case 'url':
      return reach(crew, subject, place.url);
    default:
      throw place satisfies never;
  }
}

/** What is handed on under such a name must not come back in what the runtime writes. */
function knowSecretsOf({ credentials }: Crew, env: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(env)) if (SECRET_NAME.test(name)) credentials.know(value);
}

/** The engine is loaded only when an image is to be started. */
async function bootFromImage(crew: Crew, terms: RuntimeTerms, place: ImagePlace): Promise<BootedCanary> {
  return (await import('../../compose/runtime/boot.ts')).bootImage(crew, SERVICE, terms, place);
}

async function bootOwnAs(crew: Crew, { terms }: RuntimeSubject): Promise<BootedCanary> {
  const { endpoint } = await bootOwnCanary(crew);
  return { endpoint: { ...endpoint, terms: { ...terms, claims: terms.claims ?? OWN_TERMS.claims ?? [] } } };
}

async function bootCommand(
  crew: Crew,
  { terms }: RuntimeSubject,
  place: Extract<RuntimeSubject['place'], { kind: 'command' }>,
): Promise<BootedCanary> {
  const { command, cwd, env } = place;
  const port = await (place.port === undefined ? freePort() : claimPort(place.port, 'leave `--port` away'));
  const listensAt = `http://127.0.0.1:${port}`;
  const [link, digest] = await Promise.all([
    crew.link(SERVICE),
    digestOfCommand(command, cwd, crew.env.PATH),
  ]);
  const url = link ? behind(link, listensAt) : listensAt;
  const fill = (text: string) => fillTemplate(text, { port: String(port), url });
  const own = Object.fromEntries(Object.entries(env).map(([name, text]) => [name, fill(text)]));
  const order: ServiceOrder = {
    name: SERVICE,
    stage: 'platform',
    command: fill(command[0] ?? ''),
    args: command.slice(1).map(fill),
    env: { ...crew.env, ...environmentFor(crew, port), ...own },
    cwd,
    ...(digest === undefined ? {} : { digest }),
  };
  // Whoever opens a database in it, as foreign runtimes do, makes no folder for it.
  await mkdir(memoryRoot(crew), { recursive: true, mode: 0o700 });
  const start = async ({ deadline: whole, signal }: Budget) => {
    const budget = { deadline: deadlineIn(Math.min(terms.readinessMs, whole.remainingMs())), signal };
    return (await bringUp(crew, order, () => anyAnswer(listensAt, wordsFor(listensAt), budget), budget))
      .service;
  };
  settle(crew, { service: await start(crew), url: listensAt, link, again: start });
  return { endpoint: { url, terms, service: SERVICE }, subject: digest === undefined ? {} : { digest } };
}

/** What contract J.1 gives a template, and the usual name of a port. */
function environmentFor(crew: Crew, port: number): Readonly<Record<string, string>> {
  return {
    PORT: String(port),
    HOST: '127.0.0.1',
    MOLECULE_CANARY_MODE: '1',
    MOLECULE_MEMORY_ROOT: memoryRoot(crew),
    WORKSPACE_ID: `canary-${crew.ledger.id}`,
  };
}

function wordsFor(url: string) {
  return {
    told: [
      `It was expected to listen on port ${new URL(url).port}, told by PORT and by {{port}} in its command.`,
    ],
    fix: 'Let it listen there, name its own port by `--port`, or allow it more time by `--ready-within`.',
  };
}

async function reach(crew: Crew, { terms, name }: RuntimeSubject, given: string): Promise<BootedCanary> {
  const url = withoutSlash(given);
  const deadline = deadlineIn(Math.min(PATIENCE_MS, terms.readinessMs, crew.deadline.remainingMs()));
  let last = 'no answer yet';
  const answered = await poll(
    async () => {
      crew.signal.throwIfAborted();
      const answer = await probeHttp(url, deadline.remainingMs(), crew.signal);
      last = describeProbe(answer);
      return answer.kind === 'answered' ? true : undefined;
    },
    deadline,
    100,
  );
  if (answered) return { endpoint: { url, terms }, subject: { answersAt: [url] } };
  throw new EnvironmentError({
    code: 'SUBJECT_UNREACHABLE',
    message: `The runtime ${name} cannot be reached: GET ${url} failed with ${last}.`,
    details: [`Asked for ${Math.round(deadline.totalMs)} ms.`],
    fix: 'Start it, or correct the URL.',
  });
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
