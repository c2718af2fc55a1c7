import { broken, held, type Rule } from '../rule.ts';

export const files: Rule = {
  id: 'files',
  says: 'Every file that the run left is there, and is what it was.',
  keys: ['log'],
  evaluate: ({ run }, policy) => {
    const unsound = run.files.filter(({ state }) => state !== 'sound');
    if (unsound.length > 0) {
      return broken(
        `${unsound.length} of ${run.files.length} files are missing or altered, first ${unsound[0]?.path} (${unsound[0]?.state})`,
        'get the run directory whole, as it was uploaded; reports alone can be made again: npx assay report rebuild <run>',
        unsound.map(({ path, state }) => `${path}: ${state}`),
      );
    }
    if (run.unlisted !== undefined && policy.log === 'required') {
      return broken(
        run.unlisted,
        'get the run directory whole, or make its reports again: npx assay report rebuild <run>',
      );
    }
    return held(
      run.files.length === 0 ? 'the report was given alone' : `${run.files.length} files are as they were`,
    );
  },
};
