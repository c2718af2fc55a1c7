import { contradictions } from '../../attestation/contradictions.ts';
import { broken, held, type Rule } from '../rule.ts';

export const signers: Rule = {
  id: 'signers',
  says: 'Everybody whom the policy names has signed exactly this run.',
  keys: ['signers'],
  evaluate: ({ run }, policy) => {
    if (policy.signers.length === 0) return held('the policy names none');
    const off = policy.signers.flatMap(({ name }) => {
      const own = run.attestations.filter((each) => each.signers.includes(name));
      if (own.length === 0) return [`${name}: has not signed, or with another key`];
      const found = own.map(({ statement }) => contradictions(statement, run.report));
      return found.some((each) => each.length === 0)
        ? []
        : [`${name}: has signed something else: ${found[0]?.[0]}`];
    });
    if (off.length === 0) return held(`signed by ${policy.signers.map(({ name }) => name).join(', ')}`);
    return broken(
      `signatures are missing: ${off[0]}`,
      'have it signed: npx assay attest <run> --sign-key <file>',
      off,
    );
  },
};
