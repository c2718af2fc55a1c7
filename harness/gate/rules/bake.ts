import { bakeOf } from '../../history/bake.ts';
import { entryOf } from '../../history/entry.ts';
import { broken, held, type Rule } from '../rule.ts';

export const bake: Rule = {
  id: 'bake',
  says: 'The same digests were green often enough, on enough business days, since the last red.',
  keys: ['bake'],
  evaluate: ({ run: { report }, history }, policy) => {
    const { runs, businessDays } = policy.bake;
    if (runs === 0) return held('the policy asks for none');
    if (!history) return broken('no history was named, so nobody knows', 'name it: --history <folder>');
    const found = bakeOf([...history.runs, entryOf(report)], entryOf(report));
    const told = `${found.runs} of ${runs} green runs on ${found.businessDays} of ${businessDays} business days`;
    return found.runs >= runs && found.businessDays >= businessDays
      ? held(told)
      : broken(told, 'let it bake: run whole, and add each run with npx assay history add');
  },
};
