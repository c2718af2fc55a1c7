import type { Entry, Expectation, Revision, RuntimeId, Step } from '../../corpus/entry.ts';
import { appliesIn, expectationFor } from '../../corpus/expectation.ts';
import { filledPayload } from '../../corpus/payload.ts';
import type { CaseIdentity, Exclusion, Facets } from '../../support/case.ts';
import { parseJson } from '../../support/parse-json.ts';
import type { Plan, Scene } from '../plan.ts';
import { caseId, caseIds } from './case-ids.ts';

/** One case per entry and runtime, `corpus/<entry>@<runtime>`; what does not apply is listed with its reason. */
export function planCorpus(entries: readonly Entry[], scene: Scene): Plan {
  const cases: CaseIdentity[] = [];
  const excluded: Exclusion[] = [];
  for (const entry of entries) {
    const reason = whyNot(entry, scene);
    if (reason) excluded.push(...caseIds(entry).map((id) => ({ id, reason })));
    else cases.push(...casesOf(entry, scene.revision));
  }
  return { cases, excluded };
}

function casesOf(entry: Entry, revision: Revision): readonly CaseIdentity[] {
  const { title, clause, runtimes } = entry;
  const oddities = odditiesOf(entry);
  return runtimes.map((runtime) => ({
    ...{ id: caseId(entry, runtime), suite: 'corpus', title, clause },
    facets: { ...facetsOf(entry, runtime, revision), ...oddities },
  }));
}

function facetsOf(
  { family, id, route, agent: { mode }, steps: [first] }: Entry,
  runtime: RuntimeId,
  revision: Revision,
): Facets {
  const expected = first && inOneWord(expectationFor(first, runtime, revision));
  return {
    ...{ family, runtime, entry: id, route },
    ...(mode !== undefined && { agent: mode }),
    ...(expected && { expected }),
  };
}

/**
 * What is out of the ordinary about the first request: its own message id, headers beside the plain ones, a stream asked
 * for, a sender who hangs up; and when the agent restarts in a session.
 */
function odditiesOf({ steps }: Entry): Facets {
  const [first] = steps;
  const restart = steps.find((step) => step.restart)?.restart;
  return {
    ...(restart && { restarts: restart.when }),
    ...(first && bringsMessageId(first) && { messageId: 'own' }),
    ...(first && hasOddHeaders(first) && { headers: 'odd' }),
    ...(first && asksForStream(first) && { asks: 'stream' }),
    ...(first?.hangUp && { sender: 'hangs up' }),
  };
}

function inOneWord(expected: Expectation): string {
  return expected.outcome === 'rejected' ? `rejected-by-${expected.by}` : expected.outcome;
}

function bringsMessageId(step: Step): boolean {
  const request = parseJson(filledPayload(step).toString());
  const message = memberOf(memberOf(request, 'params'), 'message');
  return typeof message === 'object' && message !== null && Object.hasOwn(message, 'messageId');
}

function asksForStream(step: Step): boolean {
  const method = memberOf(parseJson(filledPayload(step).toString()), 'method');
  return method === 'message/stream' || method === 'SendStreamingMessage';
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function hasOddHeaders({ headers }: Step): boolean {
  return headers['content-type'] !== 'application/json' || headers['a2a-version'] !== undefined;
}

function whyNot(entry: Entry, scene: Scene): string | undefined {
  if (!appliesIn(entry, scene.revision)) {
    return `holds in ${entry.revisions.join(', ')} only, the subject follows ${scene.revision}`;
  }
  if (entry.route === 'platform' && !scene.hasPlatform) {
    return `goes through a platform, and ${scene.subjectName} is none`;
  }
  if (entry.route === 'direct' && !scene.standsForRuntimes) {
    return `goes straight to a runtime and would say nothing about ${scene.subjectName}`;
  }
  return undefined;
}
