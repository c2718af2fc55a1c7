import { broken, held, type Rule } from '../rule.ts';

export const revision: Rule = {
  id: 'revision',
  says: 'The contract revision that was judged is the required one.',
  keys: ['revision'],
  evaluate: ({ run: { report } }, policy) => {
    const { revision: required } = policy;
    if (required === undefined) return held(`${report.revision}; none is required`);
    return report.revision === required
      ? held(required)
      : broken(
          `${report.revision} was judged, and ${required} is required`,
          `run again with --revision ${required}`,
        );
  },
};
