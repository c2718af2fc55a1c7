import { BROKEN_SUBJECTS } from '../faults/broken/index.ts';
import type { Broken } from '../faults/fault.ts';

/** The broken subjects of a suite that speaks to a platform, each under an id of its own: other suites meet them too. */
export function brokenSubjectsFor(suite: string): readonly Broken[] {
  return BROKEN_SUBJECTS.map((subject) => ({ ...subject, id: `${subject.id}-for-${suite}` }));
}
