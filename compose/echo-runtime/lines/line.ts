import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Agent } from '../agents.ts';

/** One request at an agent, after capture: `path` is what follows `/agents/<id>`, at least `/`, with its query. */
export interface Call {
  readonly agent: Agent;
  readonly path: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Buffer;
}

/** A protocol line: everything between the recorded bytes and the agent code. It owns the response. */
export interface Line {
  serve(call: Call): void | Promise<void>;
}

/** Carries the agent of a request through an SDK, which knows nothing of agents, to the executor. */
export const agentScope = new AsyncLocalStorage<Agent>();

/**
 * One request handler that stands for many: each method call goes to the handler of the agent in scope, which is
 * made by `create` when the agent is first used, so that no agent ever sees the tasks of another.
 */
export function perAgent<H extends object>(create: (agent: Agent) => H): H {
  const handlers = new WeakMap<Agent, H>();
  const handlerInScope = (): H => {
    const agent = agentScope.getStore();
    if (!agent) throw new Error('an SDK handler was called outside of a request');
    const handler = handlers.get(agent) ?? create(agent);
    handlers.set(agent, handler);
    return handler;
  };
  const methodNamed =
    (name: string | symbol) =>
    (...args: unknown[]) => {
      const handler = handlerInScope();
      const method = Reflect.get(handler, name) as (...args: unknown[]) => unknown;
      return Reflect.apply(method, handler, args);
    };
  return new Proxy<H>({} as H, { get: (_target, name) => (name === 'then' ? undefined : methodNamed(name)) });
}
