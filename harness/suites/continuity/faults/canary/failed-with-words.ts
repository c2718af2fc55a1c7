import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const failedWithWords: Fault = {
  id: 'K-failed-with-words',
  title: 'a task that read a file says so and fails',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at('canary.publish', (publish) => async (bus, ids, said) => {
        if (!said.text.startsWith('The file')) return publish(bus, ids, said);
        const message = {
          kind: 'message' as const,
          role: 'agent' as const,
          messageId: crypto.randomUUID(),
          parts: [{ kind: 'text' as const, text: `File URI not supported, though ${said.text}` }],
        };
        bus.publish({ kind: 'status-update', ...ids, status: { state: 'failed', message }, final: true });
        return undefined;
      }),
    ],
  },
  kills: [
    {
      cases: ['file-only', 'file-with-caption', 'old-attachment'],
      clause: 'J',
      reason: /a task that failed: "File URI not supported/,
    },
  ],
};
