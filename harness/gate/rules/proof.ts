import { broken, held, type Rule } from '../rule.ts';

export const proof: Rule = {
  id: 'proof',
  says: 'The gates that judged are proven, exactly as they were.',
  keys: ['proof'],
  evaluate: ({ run: { report } }, policy) => {
    if (policy.proof === 'none') return held('the policy asks for none');
    const { standing, gates, commit, sources } = report.proof;
    const state = standing === 'other-subject' ? gates : standing;
    const isSame = sources !== undefined && sources === report.provenance?.harness.sources;
    if (state === 'proven' && isSame)
      return held(`proven${commit ? ` at commit ${commit}` : ''}, sources ${sources.slice(0, 12)}`);
    if (state === 'proven')
      return broken(
        'the proof is of other sources than those that judged',
        'prove the Assay that judges, and run again: npx assay prove',
      );
    return broken(
      state === 'outdated' ? 'the gates have changed since they were proven' : 'the gates were never proven',
      'prove them, and run again: npx assay prove, then with --neutral and with --broken',
    );
  },
};
