import { broken, held, type Rule } from '../rule.ts';

const DAY_MS = 86_400_000;

export const proofAge: Rule = {
  id: 'proof-age',
  says: 'The proof is no older than the policy allows.',
  keys: ['proof', 'maximumProofAgeDays'],
  evaluate: ({ run: { report }, now }, policy) => {
    if (policy.proof === 'none') return held('the policy asks for none');
    const { standing, gates, at } = report.proof;
    if ((standing === 'other-subject' ? gates : standing) !== 'proven')
      return held('there is no proof that could be old');
    if (at === undefined)
      return broken('nobody knows when the gates were proven', 'prove them again: npx assay prove');
    const days = (Date.parse(now) - Date.parse(at)) / DAY_MS;
    const told = `${days.toFixed(1)} days old, of ${policy.maximumProofAgeDays}`;
    return days <= policy.maximumProofAgeDays
      ? held(told)
      : broken(`the proof is ${told}`, 'prove the gates again, and run again');
  },
};
