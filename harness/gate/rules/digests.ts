import { digestsUnderTest } from '../../history/entry.ts';
import { broken, held, type Rule } from '../rule.ts';

export const digests: Rule = {
  id: 'digests',
  says: 'What was judged is what will be promoted, digest by digest.',
  keys: ['digests'],
  evaluate: ({ run: { report }, all, digests: asked }, policy) => {
    const own = digestsUnderTest(report);
    if (own.length === 0)
      return broken(
        'nothing that was judged has a digest',
        'judge an image or a process, which have one, rather than a URL',
      );
    if (asked.length === 0) {
      return policy.digests === 'any'
        ? held(`none was named, so this is about ${own.join(', ')}`)
        : broken('no digest was named', 'name each with --digest', own);
    }
    const known = new Set(all.flatMap((each) => digestsUnderTest(each.report)));
    const off = [
      ...own.filter((each) => !asked.includes(each)).map((each) => `judged, and not to be promoted: ${each}`),
      ...asked.filter((each) => !known.has(each)).map((each) => `to be promoted, and not judged: ${each}`),
    ];
    if (off.length === 0) return held(own.join(', '));
    return broken(
      `other digests were judged than are promoted: ${off[0]}`,
      'run against exactly what will be promoted',
      off,
    );
  },
};
