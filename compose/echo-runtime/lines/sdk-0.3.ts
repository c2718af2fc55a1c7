import type { RequestListener } from 'node:http';
import type { Agent } from '../agents.ts';
import { replayedRequest } from '../replayed-request.ts';
import { executor0x } from './events-0x.ts';
import { agentScope, type Line, perAgent } from './line.ts';

/** The official SDK at 0.3.14 on express 5; nothing of it is altered. */
export async function sdk03Line(): Promise<Line> {
  const { DefaultRequestHandler, InMemoryTaskStore } = await import('a2a-sdk-0.3/server');
  const { agentCardHandler, jsonRpcHandler, UserBuilder } = await import('a2a-sdk-0.3/server/express');
  const { default: express } = await import('express');
  const requestHandler = perAgent((agent) => {
    return new DefaultRequestHandler(cardOf(agent), new InMemoryTaskStore(), executor0x(agent));
  });
  const app = express();
  app.use('/.well-known/agent-card.json', agentCardHandler({ agentCardProvider: requestHandler }));
  app.use(jsonRpcHandler({ requestHandler, userBuilder: UserBuilder.noAuthentication }));
  const listener = app as RequestListener;
  return {
    serve({ agent, path, request, response, body }) {
      agentScope.run(agent, () => listener(replayedRequest(request, body, path), response));
    },
  };
}

function cardOf(agent: Agent) {
  return {
    name: `echo-${agent.id}`,
    description: 'Echoes the text that it could read.',
    url: agent.url,
    version: '1.0.0',
    protocolVersion: '0.3.0',
    preferredTransport: 'JSONRPC',
    capabilities: { streaming: true, pushNotifications: false },
    defaultInputModes: ['text/plain'],
    defaultOutputModes: ['text/plain'],
    skills: [{ id: 'echo', name: 'Echo', description: 'Says it again.', tags: ['echo'] }],
  };
}
