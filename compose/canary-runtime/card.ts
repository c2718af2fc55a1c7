import type { AgentCard } from 'a2a-sdk-0.3';
import { seam } from '../seam.ts';

/** Where the card lies. */
export const cardPath = seam('canary.cardPath', (): string => '/.well-known/agent-card.json');

/** What the agent says of itself; the tags of its skills are what a canary may hold it to. */
export function cardOf(url: string): AgentCard {
  return {
    name: 'canary',
    description:
      'Remembers what it is told in a conversation, reads files, and keeps a memory for all of them.',
    url,
    version: '1.0.0',
    protocolVersion: '0.3.0',
    preferredTransport: 'JSONRPC',
    capabilities: { streaming: true, pushNotifications: false },
    defaultInputModes: ['text/plain', 'application/octet-stream'],
    defaultOutputModes: ['text/plain'],
    skills: [
      { id: 'files', name: 'Files', description: 'Reads text files that come along.', tags: ['files'] },
      { id: 'memory', name: 'Memory', description: 'Keeps facts for all sessions.', tags: ['memory'] },
      {
        id: 'booking',
        name: 'Booking',
        description: 'Asks before it books.',
        tags: ['input-required', 'cancel'],
      },
    ],
  };
}
