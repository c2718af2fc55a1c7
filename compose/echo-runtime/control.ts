import type { IncomingMessage, ServerResponse } from 'node:http';
import { AGENT_ID, type Agent, type Agents } from './agents.ts';
import { readBody } from './capture.ts';
import { parseSetup } from './control-body.ts';
import { reserveDeadPort } from './dead-port.ts';
import { stringifyAnyDepth } from './deep-json.ts';
import type { Door } from './door.ts';
import { sendJson, sendJsonText } from './json.ts';
import { leave } from './leave.ts';
import { PlatformClient, type PlatformReply } from './platform-client.ts';
import { runPoller } from './poller.ts';
import type { AgentSetup, Registration } from './types.ts';

const PATH = /^\/control\/agents(?:\/([^/?]+)(\/inbox|\/leave)?)?$/;

interface ControlOptions {
  readonly agents: Agents;
  readonly token: string;
  readonly url: string;
  readonly pollSecret: string;
  readonly newDoor: () => Door;
}

/** What a platform answered to an agent; only one that it registered sends a heartbeat. */
interface PlatformReplies {
  readonly registration: PlatformReply;
  readonly heartbeat?: PlatformReply;
}

/** The control API: sets agents up, registers them at platforms, and shows what reached them. */
export class Control implements AsyncDisposable {
  readonly #options: ControlOptions;
  #deadPort: ReturnType<typeof reserveDeadPort> | undefined;

  constructor(options: ControlOptions) {
    this.#options = options;
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.authorization !== `Bearer ${this.#options.token}`) {
      return sendJson(response, 401, { error: 'the control API needs its bearer token' });
    }
    const [path, id, below] = PATH.exec(request.url ?? '') ?? [];
    const { agents } = this.#options;
    const route = `${request.method} ${below?.slice(1) ?? (id ? 'agent' : path && 'agents')}`;
    if (route === 'GET agents') return sendJson(response, 200, { agents: agents.ids() });
    if (id === undefined || !AGENT_ID.test(id))
      return sendJson(response, 404, { error: `not an agent: ${request.url}` });
    if (route === 'GET inbox') return sendInbox(response, agents.find(id), id);
    if (route === 'DELETE agent') return sendJson(response, 200, { forgotten: agents.forget(id) });
    if (route === 'PUT agent') return this.#put(id, request, response);
    if (route === 'POST leave') return sendLeft(response, agents, id);
    sendJson(response, 405, { error: `${request.method} is not allowed here` });
  }

  async #put(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parsed = await parseSetup((await readBody(request)) ?? Buffer.alloc(0));
    if ('error' in parsed) return sendJson(response, 400, { error: parsed.error });
    const agent = await this.#open(id, parsed.setup);
    const url = parsed.setup.mode === 'dead' ? await this.#deadUrl(id) : agent.url;
    const { registration } = parsed;
    if (!registration) return sendJson(response, 200, { agent: id, url });
    const told = await this.#register(agent, { ...registration, url: registration.url ?? url });
    sendJson(response, 200, { agent: id, url: registration.url ?? url, ...told });
  }

  /** The agent as it is set up; one that was away is back, and by its own port where it has one. */
  async #open(id: string, setup: AgentSetup): Promise<Agent> {
    const agent = this.#options.agents.open(id);
    agent.setup = setup;
    if (setup.ownPort) {
      agent.door ??= this.#options.newDoor();
      const port = await agent.door.open(setup.elsewhere ?? false);
      agent.url = `http://localhost:${port}/agents/${id}`;
    }
    agent.away = false;
    return agent;
  }

  async #register(agent: Agent, registration: Registration & { url: string }): Promise<PlatformReplies> {
    agent.clients?.abort();
    agent.clients = new AbortController();
    const { signal } = agent.clients;
    const client = new PlatformClient(registration, signal);
    const told = await client.register(agent);
    if (told.status !== 200) return { registration: told };
    const { status, body } = await client.heartbeat(agent);
    if (registration.heartbeatIntervalMs) client.keepBeating(agent, registration.heartbeatIntervalMs);
    if (registration.deliveryMode === 'poll' && !registration.away) this.#poll(agent, client, signal);
    else if (!registration.heartbeatIntervalMs) agent.clients = undefined;
    return { registration: told, heartbeat: { status, body } };
  }

  #poll(agent: Agent, client: PlatformClient, signal: AbortSignal): void {
    const { url, pollSecret } = this.#options;
    void runPoller({ agent, client, signal, url: `${url}/agents/${agent.id}`, pollSecret });
  }

  async #deadUrl(id: string): Promise<string> {
    this.#deadPort ??= reserveDeadPort();
    return `http://localhost:${(await this.#deadPort).port}/agents/${id}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    (await this.#deadPort)?.release();
  }
}

async function sendLeft(response: ServerResponse, agents: Agents, id: string): Promise<void> {
  const agent = agents.find(id);
  if (!agent) return sendJson(response, 404, { error: `no agent ${id} that could leave` });
  await leave(agents, agent);
  sendJson(response, 200, { agent: id, url: agent.url });
}

/** An agent that is not known, or not any more, has no inbox: an empty one would say that nothing came. */
function sendInbox(response: ServerResponse, agent: Agent | undefined, id: string): void {
  if (!agent) {
    sendJson(response, 404, { error: `no agent ${id}: it was never set up, or is forgotten` });
    return;
  }
  const inbox = agent.inbox.read(id);
  const polls = agent.polls?.read();
  sendJsonText(response, 200, stringifyAnyDepth({ ...inbox, ...(polls && { polls }) }));
}
