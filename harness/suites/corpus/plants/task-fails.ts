import { plant } from '../../../faults/plant.ts';

interface Setup {
  readonly answer?: string;
}
type Reply = (text: string, setup: Setup, waiting: boolean) => unknown;

plant(
  'runtime.reply',
  (reply: Reply) => (text: string, setup: Setup, waiting: boolean) =>
    setup.answer === 'task'
      ? { form: 'task', state: 'failed', text: 'out of order' }
      : reply(text, setup, waiting),
);
