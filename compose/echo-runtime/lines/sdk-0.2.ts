import type { RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import type { A2AExpressApp } from 'a2a-sdk-0.2/server';
import type { Agent } from '../agents.ts';
import { replayedRequest } from '../replayed-request.ts';
import { executor0x } from './events-0x.ts';
import { agentScope, type Line, perAgent } from './line.ts';

type ExpressApp = ReturnType<A2AExpressApp['setupRoutes']> & RequestListener;

/** The official SDK at 0.2.5 with the express 4 that it brings along; nothing of it is altered. */
export async function sdk02Line(): Promise<Line> {
  const { A2AExpressApp, DefaultRequestHandler, InMemoryTaskStore } = await import('a2a-sdk-0.2/server');
  const handler = perAgent((agent) => {
    return new DefaultRequestHandler(cardOf(agent), new InMemoryTaskStore(), executor0x(agent));
  });
  const app = new A2AExpressApp(handler).setupRoutes(expressOfSdk()) as ExpressApp;
  return {
    serve({ agent, path, request, response, body }) {
      agentScope.run(agent, () => app(replayedRequest(request, body, path), response));
    },
  };
}

function expressOfSdk(): ExpressApp {
  const require = createRequire(import.meta.url);
  return createRequire(require.resolve('a2a-sdk-0.2/server'))('express')();
}

function cardOf(agent: Agent) {
  return {
    name: `echo-${agent.id}`,
    description: 'Echoes the text that it could read.',
    url: agent.url,
    version: '1.0.0',
    protocolVersion: '0.2.5',
    capabilities: { streaming: true, pushNotifications: false },
    defaultInputModes: ['text/plain'],
    defaultOutputModes: ['text/plain'],
    skills: [{ id: 'echo', name: 'Echo', description: 'Says it again.', tags: ['echo'] }],
  };
}
