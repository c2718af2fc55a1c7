import { broken, held, type Rule } from '../rule.ts';

export const log: Rule = {
  id: 'log',
  says: 'The log that the report was made of is there and can be read.',
  keys: ['log'],
  evaluate: ({ run }, policy) => {
    switch (run.log.state) {
      case 'read':
        return held('events.ndjson was read');
      case 'unsound':
        return broken(
          `events.ndjson is no log of a run: ${run.log.why}`,
          'give the log as the run left it, or run again',
        );
      case 'absent':
        return policy.log === 'optional'
          ? held('there is no events.ndjson, and the policy does not ask for it')
          : broken('there is no events.ndjson beside the report', 'give the whole run directory');
      default:
        throw run.log satisfies never;
    }
  },
};
