import { plant } from '../../../faults/plant.ts';

interface Setup {
  readonly answer?: string;
}

plant(
  'runtime.admit',
  (admit: (setup: Setup, agent: string) => unknown) => (setup: Setup, agent: string) =>
    setup.answer === 'input-required'
      ? { act: 'reply', status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' }
      : admit(setup, agent),
);
