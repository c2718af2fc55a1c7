import type { AgentSetup } from '../../corpus/entry.ts';
import { type Deadline, poll } from '../../support/deadline.ts';
import { EnvironmentError } from '../../support/errors.ts';
import { parseJson } from '../../support/parse-json.ts';
import type { Exchange, Inbox } from '../../wire/exchange.ts';
import type { Sender } from '../../wire/sender.ts';
import type { Transport, WireReply } from '../../wire/transmit.ts';

/** How an agent answers, as its entry says and as its steps need it. */
export interface RuntimeSetup extends AgentSetup {
  /** Says no more than the beginning of a stream until its sender is gone. */
  readonly hold?: boolean;
  /** Is reached by a port of its own, so that it can go away; with `elsewhere` it comes back at another one. */
  readonly ownPort?: boolean;
  readonly elsewhere?: boolean;
  /** Goes away with the next request in its hands, or in the middle of its answer to it. */
  readonly leaves?: 'asked' | 'answering';
}

/** With what the runtime registers an agent at the platform under test. */
export interface Registration {
  readonly platformUrl: string;
  readonly workspaceId: string;
  readonly bearer?: string;
  readonly deliveryMode: 'push' | 'poll';
  /** Registered instead of where the runtime itself would have the agent reached. */
  readonly url?: string;
  readonly requestId?: string;
  /** Of an agent that polls: it fetches nothing until it is registered again. */
  readonly away?: boolean;
  /** Says in its heartbeat that it is free, also where it is busy. */
  readonly claimsFree?: boolean;
}

/** What the platform answered to an agent: status 0 for nothing. */
export interface PlatformAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** What the runtime says of an agent that was set up; only one that was registered has sent a heartbeat. */
export interface AgentAnswer {
  readonly agent: string;
  readonly url: string;
  readonly registration?: PlatformAnswer;
  readonly heartbeat?: PlatformAnswer;
}

/** One runtime's control API. Setting up and reading throw an EnvironmentError when it does not answer as agreed. */
export interface RuntimeControl {
  setUpAgent(
    agent: string,
    setup: RuntimeSetup,
    registration?: Registration,
  ): Promise<{ readonly answer: AgentAnswer; readonly exchange: Exchange }>;
  /** Takes an agent away, as the end of its process would. */
  takeAway(agent: string): Promise<void>;
  readInbox(agent: string): Promise<Inbox>;
  /** Reads until the predicate holds; the last inbox read when the deadline is over. */
  awaitInbox(agent: string, predicate: (inbox: Inbox) => boolean, deadline: Deadline): Promise<Inbox>;
  /** Tidies up; an agent that stays is no trouble to any other case, so failing at it is passed over. */
  removeAgent(agent: string): Promise<void>;
}

/** Where the runtime is and what carries the calls; `deadlineMs` is for each call, 15 s when absent. */
export interface RuntimeControlOptions {
  readonly url: string;
  readonly controlToken: string;
  /** Records what sets the scene. */
  readonly sender: Sender;
  /** Carries the reading of inboxes, which is not recorded. */
  readonly transport: Transport;
  readonly deadlineMs?: number;
}

/** Talks to the control API of the echo runtime at `url`. */
export function runtimeControl(options: RuntimeControlOptions): RuntimeControl {
  const readInbox = (agent: string) => read(options, agent);
  return {
    setUpAgent: (agent, setup, registration) => setUp(options, agent, setup, registration),
    takeAway: (agent) => takeAway(options, agent),
    readInbox,
    async awaitInbox(agent, predicate, deadline) {
      let last: Inbox | undefined;
      const reached = await poll(async () => {
        last = await readInbox(agent);
        return predicate(last) ? last : undefined;
      }, deadline);
      return reached ?? last ?? readInbox(agent);
    },
    async removeAgent(agent) {
      await control(options, 'DELETE', `/control/agents/${agent}`);
    },
  };
}

const CONTROL_DEADLINE_MS = 15_000;

async function setUp(
  options: RuntimeControlOptions,
  agent: string,
  setup: RuntimeSetup,
  registration: Registration | undefined,
) {
  const body = JSON.stringify({ ...setup, ...(registration && { registration }) });
  const { exchange, reply } = await options.sender.send({
    purpose: 'prepare',
    ...requestFor(options, 'PUT', `/control/agents/${agent}`, body),
  });
  const answer = jsonOf(reply);
  if (!isAgentAnswer(answer)) throw refused(options, 'set up an agent', reply, exchange.failure?.message);
  return { answer, exchange };
}

async function takeAway(options: RuntimeControlOptions, agent: string): Promise<void> {
  const { reply, failure } = await control(options, 'POST', `/control/agents/${agent}/leave`);
  if (reply?.status !== 200) throw refused(options, 'take an agent away', reply, failure?.message);
}

async function read(options: RuntimeControlOptions, agent: string): Promise<Inbox> {
  const { reply, failure } = await control(options, 'GET', `/control/agents/${agent}/inbox`);
  const inbox = jsonOf(reply);
  if (!isInbox(inbox)) throw refused(options, 'read an inbox', reply, failure?.message);
  return inbox;
}

function control(options: RuntimeControlOptions, method: string, path: string) {
  return options.transport.transmit(requestFor(options, method, path, ''));
}

function requestFor(options: RuntimeControlOptions, method: string, path: string, body: string) {
  const authorization = `Bearer ${options.controlToken}`;
  return {
    method,
    url: options.url + path,
    headers: body === '' ? { authorization } : { authorization, 'content-type': 'application/json' },
    body: Buffer.from(body),
    deadlineMs: options.deadlineMs ?? CONTROL_DEADLINE_MS,
  };
}

function jsonOf(reply: WireReply | undefined): unknown {
  if (!reply || reply.truncated || reply.status < 200 || reply.status > 299) return undefined;
  return parseJson(reply.body.toString('utf8'));
}

function isAgentAnswer(value: unknown): value is AgentAnswer {
  return typeof value === 'object' && value !== null && 'agent' in value && 'url' in value;
}

function isInbox(value: unknown): value is Inbox {
  if (typeof value !== 'object' || value === null || !('arrivals' in value) || !('handed' in value))
    return false;
  return Array.isArray(value.arrivals) && Array.isArray(value.handed);
}

function refused(
  { url }: RuntimeControlOptions,
  what: string,
  reply: WireReply | undefined,
  failure: string | undefined,
): EnvironmentError {
  const came = reply ? `${reply.status} ${reply.body.toString('utf8', 0, 300)}` : (failure ?? 'no reply');
  return new EnvironmentError({
    code: 'RUNTIME_CONTROL',
    message: `The echo runtime at ${url} did not ${what}: ${came}`,
    fix: 'Look at the log of that runtime; `assay doctor` checks the world.',
  });
}
