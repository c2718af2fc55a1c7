import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

/** Lines of other programs: no JSON, half of one, the words of our own, colours, and no end. */
const LINES = [
  '2026/11/28 10:00:00 http: superfluous response.WriteHeader call',
  '{"level":"info","msg":"listening","url":"http://127.0.0.1:1"}',
  '{"level":50,"msg":"request failed","requestId":',
  '\u001b[31mERROR\u001b[0m müde – 疲れた',
  '',
];

export const platformTalkative: Neutral = {
  id: 'N-platform-talkative',
  title: 'the log of the platform has more lines, of other forms',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.normalise', (normalise) => (...given) => {
        process.stdout.write(`${LINES.join('\n')}\n`);
        process.stderr.write(`${LINES.join('\r\n')}\n`);
        return normalise(...given);
      }),
    ],
  },
};
