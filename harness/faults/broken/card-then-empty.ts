import { type Endpoint, serve } from './endpoint.ts';

/**
 * Looks alive from outside: health is fine, the agent card is sound in all three protocol versions, WebSockets
 * are accepted. Everything else gets 200 and `{}`, and no event is ever sent.
 */
export function startCardThenEmpty(): Promise<Endpoint> {
  return serve({
    answer({ url: target = '/' }, _body, url) {
      const path = target.split('?')[0] ?? '/';
      if (path === '/health') return '{"status":"ok"}';
      return CARD_PATH.test(path) ? JSON.stringify(agentCard(url + path.replace(CARD_PATH, ''))) : '{}';
    },
    accept: () => undefined,
  });
}

const CARD_PATH = /\/\.well-known\/agent(-card)?\.json$/;

function agentCard(url: string) {
  return {
    name: 'Nobody home',
    description: 'An agent with a sound card and nothing behind it.',
    version: '1.0.0',
    protocolVersion: '0.3.0',
    url,
    preferredTransport: 'JSONRPC',
    supportedInterfaces: [{ url, protocolBinding: 'JSONRPC', protocolVersion: '1.0' }],
    capabilities: { streaming: true, pushNotifications: true },
    defaultInputModes: ['text/plain'],
    defaultOutputModes: ['text/plain'],
    skills: [{ id: 'nothing', name: 'Nothing', description: 'Does nothing.', tags: ['nothing'] }],
  };
}
