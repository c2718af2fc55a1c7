import type { Entry, Revision, RuntimeId } from '../../corpus/entry.ts';
import { appliesIn, expectationFor } from '../../corpus/expectation.ts';
import { filledPayload } from '../../corpus/payload.ts';
import type { CaseIdentity } from '../../support/case.ts';
import { parseBytes } from '../../wire/document/parse.ts';
import type { Plan, Scene } from '../plan.ts';
import { whyRefused } from './due.ts';
import { REQUEST_CAP_BYTES } from './request-changes.ts';

/**
 * One case for each entry, `routes/<entry>@<runtime>`, and one more for each runtime that the entry expects something
 * else of. An entry that one route alone leads to a runtime has none, and says why.
 */
export function planRoutes(entries: readonly Entry[], scene: Scene): Plan {
  const planned = entries.flatMap((entry) => {
    const why = whyNot(entry, scene);
    return runtimesOf(entry, scene.revision).map((runtime) => ({
      planned: caseOf(entry, runtime),
      reason: why ?? whyOneWay(entry, runtime, scene.revision),
    }));
  });
  return {
    cases: planned.flatMap(({ planned: each, reason }) => (reason === undefined ? [each] : [])),
    excluded: planned.flatMap(({ planned: { id }, reason }) =>
      reason === undefined ? [] : [{ id, reason }],
    ),
  };
}

function caseOf(
  { id, title, family, route, agent: { mode }, caller }: Entry,
  runtime: RuntimeId,
): CaseIdentity {
  return {
    ...{ id: `routes/${id}@${runtime}`, suite: 'routes', title, clause: 'A.4' },
    facets: {
      ...{ family, runtime, entry: id, route },
      ...(mode !== undefined && { agent: mode }),
      ...(caller && { caller }),
    },
  };
}

/** One of those that the entry expects the same of, another from entry to entry, so that all have their share. */
function runtimesOf({ id, steps, runtimes }: Entry, revision: Revision): readonly RuntimeId[] {
  const groups = new Map<string, RuntimeId[]>();
  for (const runtime of runtimes) {
    const expected = JSON.stringify(steps.map((step) => expectationFor(step, runtime, revision)));
    groups.set(expected, [...(groups.get(expected) ?? []), runtime]);
  }
  const sum = [...id].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  return [...groups.values()].flatMap((alike) => alike[sum % alike.length] ?? []);
}

function whyNot(entry: Entry, { revision, hasPlatform, subjectName }: Scene): string | undefined {
  if (!hasPlatform) return `goes through a platform, and ${subjectName} is none`;
  if (appliesIn(entry, revision)) return undefined;
  return `holds in ${entry.revisions.join(', ')} only, the subject follows ${revision}`;
}

/** Why no two routes lead to the runtime, if so. */
function whyOneWay(entry: Entry, runtime: RuntimeId, revision: Revision): string | undefined {
  const expected = entry.steps.map((step) => expectationFor(step, runtime, revision));
  if (expected.some(({ outcome }) => outcome === 'policy'))
    return 'what becomes of it is recorded and not judged, whatever its route';
  if (expected.some(({ outcome }) => outcome === 'delivered-later'))
    return 'the platform keeps it until its agent is back, and no request leads there directly';
  if (expected.some((each) => each.outcome === 'rejected' && each.by === 'platform'))
    return 'the platform refuses it at its door: the direct route alone leads to the runtime';
  if (entry.steps.some(({ restart }) => restart))
    return 'its agent goes away in the session, which the direct route does not notice';
  if (entry.agent.mode === 'dead') return 'no route leads to its agent';
  return entry.route === 'direct' ? whyDirectAlone(entry) : undefined;
}

/** Why an entry that was written for the runtime alone does not get through a platform, if so. */
function whyDirectAlone({ steps }: Entry): string | undefined {
  for (const step of steps) {
    if (step.headers['content-encoding'] !== undefined)
      return 'no platform reads a content coding of a sender';
    if (step.hangUp) return 'its sender hangs up in a stream, and a platform passes on what has ended (A.9)';
    const bytes = filledPayload(step);
    if (bytes.length > REQUEST_CAP_BYTES)
      return `a platform reads ${REQUEST_CAP_BYTES} bytes of a body (A.1)`;
    const why = whyRefused(parseBytes(bytes));
    if (why !== undefined) return `a platform refuses it: ${why}`;
  }
  return undefined;
}
