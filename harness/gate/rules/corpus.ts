import { broken, held, type Rule } from '../rule.ts';

export const corpus: Rule = {
  id: 'corpus',
  says: 'The corpus that was replayed is the one that the policy means.',
  keys: ['corpus'],
  evaluate: ({ run: { report }, ownCorpus }, policy) => {
    const replayed = report.provenance?.corpus;
    if (policy.corpus === 'any') return held('any is allowed');
    if (!replayed)
      return broken('the report does not say which corpus was replayed', 'run again with this Assay');
    const required = policy.corpus === 'own' ? ownCorpus : policy.corpus;
    if (replayed.digest === required) return held(`${replayed.files} files, ${replayed.digest.slice(0, 12)}`);
    return broken(
      `corpus ${replayed.digest.slice(0, 12)} was replayed, and ${required.slice(0, 12)} is required`,
      policy.corpus === 'own'
        ? 'gate with the Assay that ran it, or name its digest under `corpus`'
        : 'run again with that corpus',
    );
  },
};
