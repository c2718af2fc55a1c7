import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

/** The replies of an early runtime in its canary mode, which remembered nothing. */
function cannedFor(text: string): string {
  if (/my name/i.test(text)) return 'Your name is Hongming.';
  if (/favorite color/i.test(text)) return 'Your favorite color is blue.';
  return text === '' ? 'I received the file.' : 'Canary mode active.';
}

export const canned: Fault = {
  id: 'K-canned',
  title: 'replies come from a can, whatever was said (J.6)',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at('canary.think', () => ({ length, ...lines }) => ({
        kind: 'say',
        text: cannedFor(lines[length - 1]?.text ?? ''),
      })),
    ],
  },
  kills: [
    {
      cases: [
        'corrected-fact',
        'dropped-connection',
        'file-only',
        'file-with-caption',
        'interleaved',
        'issued-context',
        'memory-across-sessions',
        'old-attachment',
        'own-words',
        'prompt-growth',
        'restart-and-two-turns',
        'thirty-turns',
        'three-sessions-deep',
        'two-callers-at-once',
        'two-turn-name',
        'two-turns-at-once',
      ],
      clause: 'J',
      reason:
        /the agent answered "(Your name is Hongming|Your favorite color is blue|Canary mode active)\."$/,
    },
    {
      cases: ['mismatched-ids', 'resume-after-input'],
      clause: 'J',
      reason: /^turn 2: the task is completed and says "Canary mode active\."$/,
    },
    {
      cases: ['cancel-and-go-on'],
      clause: 'J',
      reason: /^step 3, cancel: the sender got HTTP 200 and error -32002/,
    },
  ],
};
