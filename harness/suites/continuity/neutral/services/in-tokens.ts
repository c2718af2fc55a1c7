import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const inTokens: Neutral = {
  id: 'N-reply-in-tokens',
  title: 'the answer comes token by token, each as a part of its own that is appended',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at('canary.publish', (publish) => async (bus, ids, answer) => {
        if (answer.state !== 'completed') return publish(bus, ids, answer);
        const artifactId = crypto.randomUUID();
        for (const [nth, text] of (answer.text.match(/.{1,3}/gs) ?? []).entries()) {
          const artifact = { artifactId, parts: [{ kind: 'text' as const, text }] };
          bus.publish({ kind: 'artifact-update', ...ids, artifact, append: nth > 0, lastChunk: false });
        }
        bus.publish({ kind: 'status-update', ...ids, status: { state: 'completed' }, final: true });
      }),
    ],
  },
};
