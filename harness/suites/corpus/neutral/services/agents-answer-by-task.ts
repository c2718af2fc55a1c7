import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const agentsAnswerByTask: Neutral = {
  id: 'N-agents-answer-by-task',
  title: 'agents answer with a task that is completed, where others answer with a message',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      at('runtime.reply', (reply) => (text, setup, waiting) => {
        const answer = reply(text, setup, waiting);
        return answer.form === 'message' ? { ...answer, form: 'task', state: 'completed' } : answer;
      }),
    ],
  },
};
