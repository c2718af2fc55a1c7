import type { Door } from './door.ts';
import { AgentInbox } from './inbox.ts';
import type { PollLog } from './poll-log.ts';
import type { AgentSetup } from './types.ts';

const TOTAL_CAP_BYTES = 64 * 1024 * 1024;
/** However live they are, the agents of one process never hold more than this together. */
const HARD_CAP_BYTES = 8 * TOTAL_CAP_BYTES;
/** An agent without clients that nothing has touched for so long belongs to no running case. */
const LIVE_MS = 5_000;
/** What an agent costs before anything arrives. */
const AGENT_BYTES = 4_096;

/** An agent id as it may stand in a path. */
export const AGENT_ID = /^[A-Za-z0-9_-]{1,64}$/;

/** One agent of this runtime: where it lives, how it behaves, what reached it. */
export interface Agent {
  readonly id: string;
  /** As platforms are told it: `http://localhost:<port>/agents/<id>`. */
  url: string;
  readonly inbox: AgentInbox;
  setup: AgentSetup;
  /** The clients it runs against a platform, if it was registered; aborting it stops them. */
  clients: AbortController | undefined;
  /** What its poll client has read, once it has one. */
  polls: PollLog | undefined;
  /** By which it alone is reached, where it has a port of its own. */
  door: Door | undefined;
  /** Gone, and not set up again since: whoever asks gets no answer. */
  away: boolean;
  touchedMs: number;
}

/** All agents of the process, least recently used first; holds their inboxes to a byte cap. */
export class Agents implements Disposable {
  readonly #byId = new Map<string, Agent>();
  readonly #baseUrl: string;
  readonly #nowMs: () => number;
  #bytes = 0;

  constructor(baseUrl: string, nowMs: () => number = Date.now) {
    this.#baseUrl = baseUrl;
    this.#nowMs = nowMs;
  }

  /** The agent of that id, made on first use in mode push, and marked as in use. */
  open(id: string): Agent {
    const agent = this.#byId.get(id) ?? this.#make(id);
    this.#byId.delete(id);
    this.#byId.set(id, agent);
    agent.touchedMs = this.#nowMs();
    return agent;
  }

  /** Puts an agent in the place of the one with its id, if that is known still. */
  replace(agent: Agent): void {
    if (this.#byId.has(agent.id)) this.#byId.set(agent.id, agent);
  }

  find(id: string): Agent | undefined {
    return this.#byId.get(id);
  }

  ids(): readonly string[] {
    return [...this.#byId.keys()];
  }

  /** Forgets an agent and stops its clients; `false` when there was none. */
  forget(id: string): boolean {
    const agent = this.#byId.get(id);
    if (!agent) return false;
    agent.clients?.abort();
    void agent.door?.[Symbol.asyncDispose]();
    this.#byId.delete(id);
    this.#bytes -= agent.inbox.bytes + AGENT_BYTES;
    return true;
  }

  [Symbol.dispose](): void {
    for (const id of this.ids()) this.forget(id);
  }

  #make(id: string): Agent {
    const inbox = new AgentInbox((bytes) => this.#account(id, inbox, bytes));
    this.#bytes += AGENT_BYTES;
    const url = `${this.#baseUrl}/agents/${id}`;
    return {
      ...{ id, url, inbox, setup: {}, away: false, touchedMs: 0 },
      ...{ clients: undefined, polls: undefined, door: undefined },
    };
  }

  /** An inbox that was dropped may still grow in the hands of a request that is under way; that is not ours. */
  #account(id: string, inbox: AgentInbox, bytes: number): void {
    if (this.#byId.get(id)?.inbox !== inbox) return;
    this.#bytes += bytes;
    if (this.#bytes > TOTAL_CAP_BYTES) this.#trim();
  }

  /** Drops agents that no case can still need, oldest first, until all inboxes together fit their cap. */
  #trim(): void {
    for (const agent of this.#byId.values()) {
      const spare = this.#bytes <= HARD_CAP_BYTES;
      if (this.#bytes <= TOTAL_CAP_BYTES || this.#byId.size === 1) return;
      if (spare && this.#nowMs() - agent.touchedMs < LIVE_MS) return;
      if (spare && agent.clients) continue;
      this.forget(agent.id);
    }
  }
}
