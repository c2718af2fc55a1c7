import { broken, held, type Rule } from '../rule.ts';

export const harness: Rule = {
  id: 'harness',
  says: 'The Assay that judged is known, clean, and the required one.',
  keys: ['checkout', 'commit'],
  evaluate: ({ run: { report } }, policy) => {
    const own = report.provenance?.harness;
    if (!own) return broken('the report does not say which Assay has judged', 'run again with this Assay');
    if (own.dirty && policy.checkout === 'clean')
      return broken(
        `Assay had changes beside ${own.commit}`,
        'commit or drop them and run again, or write `checkout: any`',
      );
    const { commit } = policy;
    if (commit !== undefined && !own.commit?.startsWith(commit))
      return broken(
        `${own.commit ?? 'a copy without a commit'} has judged, and ${commit} is required`,
        `run again with Assay at ${commit}`,
      );
    return held(
      `Assay ${own.version}, ${own.commit ? `commit ${own.commit.slice(0, 12)}` : `sources ${own.sources.slice(0, 12)}`}`,
    );
  },
};
