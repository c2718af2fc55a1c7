import { broken, held, type Rule } from '../rule.ts';

export const seal: Rule = {
  id: 'seal',
  says: 'The log is what the run left: its last line seals all that stands before.',
  keys: ['log'],
  evaluate: ({ run }) => {
    if (run.log.state !== 'read') return held('there is no log whose seal could be broken');
    switch (run.log.seal) {
      case 'sound':
        return held('the seal is sound');
      case 'broken':
        return broken(
          'the seal of events.ndjson is broken: it was edited or cut',
          'give the log as the run left it, or run again',
        );
      case 'none':
        return broken(
          'events.ndjson has no seal: the run was killed, or its end was cut off',
          'run again, and let the run end',
        );
      default:
        throw run.log.seal satisfies never;
    }
  },
};
