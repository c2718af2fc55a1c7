import { broken, held, type Rule } from '../rule.ts';

export const mutant: Rule = {
  id: 'mutant',
  says: 'No fault was planted into what was judged.',
  keys: [],
  evaluate: ({ run: { report } }) =>
    report.mutant === undefined
      ? held('nothing was planted')
      : broken(`${report.mutant} was planted`, 'run again without --mutant'),
};
