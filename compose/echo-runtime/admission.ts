import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { seam } from '../seam.ts';
import type { AgentSetup } from './types.ts';

/** What is done with a request before any protocol code sees it. */
export type Admission =
  | { readonly act: 'serve' }
  | { readonly act: 'close' }
  | { readonly act: 'hang' }
  | { readonly act: 'reply'; readonly status: number; readonly contentType: string; readonly body: string };

/** What an agent of this mode does with a request. */
export const admit = seam('runtime.admit', admitImpl);

/** Decides by the agent's mode; answers `true` when the request is to go on to the protocol line. */
export async function admitted(agent: string, setup: AgentSetup, response: ServerResponse): Promise<boolean> {
  const admission = admit(setup, agent);
  if (admission.act === 'serve') return true;
  if (setup.delayMs) await delay(setup.delayMs);
  if (admission.act === 'close') response.destroy();
  if (admission.act === 'reply') {
    response.writeHead(admission.status, { 'content-type': admission.contentType }).end(admission.body);
  }
  return false;
}

/** `native-session` is a busy agent that has declared the `session` capability: apart from that nothing shows it. */
function admitImpl(setup: AgentSetup, _agent: string): Admission {
  switch (setup.mode) {
    case 'busy':
    case 'native-session':
      return { act: 'close' };
    case 'failing':
      return failure(setup.status ?? 500, setup.body ?? '{"error":"the agent fails as it was told to"}');
    case 'push':
    case 'poll':
    case 'slow':
    case 'dead':
    case undefined:
      return { act: 'serve' };
    default:
      return setup.mode satisfies never;
  }
}

function failure(status: number, body: string): Admission {
  const contentType = /^\s*[[{]/.test(body) ? 'application/json' : 'text/html; charset=utf-8';
  return { act: 'reply', status, contentType, body };
}
