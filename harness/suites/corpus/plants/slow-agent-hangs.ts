import { plant } from '../../../faults/plant.ts';

interface Setup {
  readonly mode?: string;
}

plant(
  'runtime.admit',
  (admit: (setup: Setup, agent: string) => unknown) => (setup: Setup, agent: string) =>
    setup.mode === 'slow' ? { act: 'hang' } : admit(setup, agent),
);
