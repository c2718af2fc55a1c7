import { broken, held, type Rule } from '../rule.ts';

export const subject: Rule = {
  id: 'subject',
  says: 'The subject that was judged is the required one.',
  keys: ['subject'],
  evaluate: ({ run: { report } }, policy) => {
    const { name, kind } = report.subject;
    const { subject: required } = policy;
    if (required === undefined) return held(`${name} (${kind}); none is required`);
    return name === required
      ? held(name)
      : broken(`${name} was judged, and ${required} is required`, `run against the subject ${required}`);
  },
};
