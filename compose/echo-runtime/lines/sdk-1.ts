import type { RequestListener } from 'node:http';
import type { AgentCard } from 'a2a-sdk-1';
import type { Agent } from '../agents.ts';
import { replayedRequest } from '../replayed-request.ts';
import { executorV1 } from './events-1.ts';
import { agentScope, type Line, perAgent } from './line.ts';

const legacyCompat = { enabled: true };

/** The official SDK at 1.3.0 on express 5 with its own layer for v0.3 callers; nothing of it is altered. */
export async function sdk1Line(): Promise<Line> {
  const { DefaultRequestHandler, InMemoryTaskStore } = await import('a2a-sdk-1/server');
  const { agentCardHandler, jsonRpcHandler, UserBuilder } = await import('a2a-sdk-1/server/express');
  const { default: express } = await import('express');
  const requestHandler = perAgent((agent) => {
    return new DefaultRequestHandler(cardOf(agent), new InMemoryTaskStore(), executorV1(agent));
  });
  const app = express();
  app.use(
    '/.well-known/agent-card.json',
    agentCardHandler({ agentCardProvider: requestHandler, legacyCompat }),
  );
  app.use(jsonRpcHandler({ requestHandler, userBuilder: UserBuilder.noAuthentication, legacyCompat }));
  const listener = app as RequestListener;
  return {
    serve({ agent, path, request, response, body }) {
      agentScope.run(agent, () => listener(replayedRequest(request, body, path), response));
    },
  };
}

function cardOf(agent: Agent): AgentCard {
  return {
    name: `echo-${agent.id}`,
    description: 'Echoes the text that it could read.',
    version: '1.0.0',
    supportedInterfaces: ['1.0', '0.3'].map((protocolVersion) => ({
      url: agent.url,
      protocolBinding: 'JSONRPC',
      protocolVersion,
      tenant: '',
    })),
    provider: undefined,
    capabilities: { streaming: true, pushNotifications: false, extensions: [] },
    securitySchemes: {},
    securityRequirements: [],
    defaultInputModes: ['text/plain'],
    defaultOutputModes: ['text/plain'],
    skills: [skill()],
    signatures: [],
  };
}

function skill(): AgentCard['skills'][number] {
  return {
    id: 'echo',
    name: 'Echo',
    description: 'Says it again.',
    tags: ['echo'],
    examples: [],
    inputModes: [],
    outputModes: [],
    securityRequirements: [],
  };
}
