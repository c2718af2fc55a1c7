import { expect, test } from 'vitest';
import { parseJson } from '../../../support/parse-json.ts';
import { readingOf } from '../../../wire/reply/message-reading.ts';
import type { CaseRecord } from '../../corpus/case-record.ts';
import { NONCE, recordOf, requestWith, type Scene, stepRecordOf } from '../../corpus/test-support/records.ts';
import { routeFindings, whyFewerThanTwo } from './compare.ts';
import { judgeRoutes } from './judge.ts';

const FORWARDED = 'digits or doubles';
const OTHER = 'ASSAY-zyxwvutsrqponmlkji';
const JSON_ONLY = { 'content-type': 'application/json' };

test('two routes with a nonce each differ in nothing', () => {
  expect(routeFindings(routesOf({}), FORWARDED)).toEqual([]);
});

test.each([
  ['metadata is dropped', { arrived: [requestWith()] }, /^the platform lost params\.message\.metadata$/],
  [
    'a number has another value',
    { arrived: [sent('{"a":1.5,"b":[1,2]}')] },
    /^the platform sent params\.message\.metadata\.a = 1\.5$/,
  ],
  [
    'digits are added',
    { arrived: [sent('{"a":1.250,"b":[1,2]}')] },
    /^the platform sent params\.message\.metadata\.a = 1\.250$/,
  ],
  [
    'a list is turned round',
    { arrived: [sent('{"a":1.25,"b":[2,1]}')] },
    /^the platform sent params\.message\.metadata\.b\[0\] = 2$/,
  ],
  [
    'a key changes its case',
    { arrived: [sent('{"A":1.25,"b":[1,2]}')] },
    /^the platform lost params\.message\.metadata\.a$/,
  ],
  [
    'a member is added',
    { arrived: [sent('{"a":1.25,"b":[1,2],"c":null}')] },
    /^the platform sent params\.message\.metadata\.c = null$/,
  ],
  [
    'the nonce is that of the other route',
    { arrived: [sent(METADATA()).replace(NONCE, OTHER)] },
    /^the platform sent params\.message\.parts\[0\]\.text = .*zyxwvutsrqponmlkji/,
  ],
  ['nothing arrives', { arrived: [] }, /^it arrived directly, and not through the platform; /],
  [
    'it arrives twice',
    { arrived: [sent(METADATA()), sent(METADATA())] },
    /^it arrived 2 times through the platform, and once directly$/,
  ],
  [
    'agent code is not called',
    { read: [] },
    /^agent code was called 0 times through the platform, and once directly$/,
  ],
  [
    'agent code reads another text',
    { read: [{ ...readingOf(parseJson(sent(METADATA()))), parts: [{ kind: 'text', text: 'x' }] }] },
    /^through the platform agent code saw reading\.parts\[0\]\.text "x"$/,
  ],
] satisfies readonly (readonly [string, Scene, RegExp])[])('it is a finding when %s', (_what, scene, saw) => {
  const findings = routeFindings(routesOf(scene), FORWARDED);
  expect(findings.map(({ actual }) => actual)).toContainEqual(expect.stringMatching(saw));
  expect(findings[0]?.expected[0]).toMatch(/./);
});

test('what A.4 lets a platform write otherwise is none: order, spaces, escapes, numbers as doubles', () => {
  const written = sent('{"b" : [1, 2], "a":1.25}').replace('hello', '\\u0068ello');
  expect(routeFindings(routesOf({ arrived: [written] }), FORWARDED)).toEqual([]);
  const direct = record({ sent: sent('{"a":1.50}'), arrived: [sent('{"a":1.50}')] }, OTHER);
  const platform = record({ arrived: [sent('{"a":1.5}')] });
  expect(routeFindings({ platform, direct, forwarded: direct }, FORWARDED)).toEqual([]);
});

test('a header of the sender that goes on is a finding, and so is another content type', () => {
  const routes = routesOf({});
  const [step = stepRecordOf({})] = routes.platform.steps;
  const sentWith = { ...step.exchange.request, headers: { ...JSON_ONLY, 'X-Extension': 'on' } };
  const arrivals = step.inboxAfter.arrivals.map((arrival) => ({
    ...arrival,
    headers: { 'content-type': 'text/plain', 'x-extension': 'on' },
  }));
  const steps = [
    {
      ...step,
      exchange: { ...step.exchange, request: sentWith },
      inboxAfter: { ...step.inboxAfter, arrivals },
    },
  ];
  const found = routeFindings({ ...routes, platform: { ...routes.platform, steps } }, FORWARDED);
  expect(found.map(({ clause, actual }) => `${clause}: ${actual}`)).toEqual([
    'A.7: the header x-extension of the caller reached the agent',
    'A.7: the platform called what it sent text/plain',
  ]);
});

test('the id of a caller that its bearer alone names must not reach the agent either', () => {
  const routes = routesOf({});
  const steps = routes.platform.steps.map(({ inboxAfter, ...step }) => {
    const arrivals = inboxAfter.arrivals.map((arrival) => ({
      ...arrival,
      headers: { ...JSON_ONLY, 'x-workspace-id': 'c1' },
    }));
    return { ...step, inboxAfter: { ...inboxAfter, arrivals } };
  });
  const found = (callerId: string) =>
    routeFindings({ ...routes, platform: { ...routes.platform, steps, callerId } }, FORWARDED);
  expect(found('c1').map(({ actual }) => actual)).toEqual([
    'the header x-workspace-id of the caller reached the agent',
  ]);
  expect(found('c2')).toEqual([]);
});

test('a message that was a row on its way has the value of its numbers, however they are written', () => {
  const routes = routesOf({ arrived: [sent('{"a":125e-2,"b":[1.0,2]}')] });
  expect(routeFindings(routes, 'value')).toEqual([]);
  expect(routeFindings(routes, FORWARDED)).not.toEqual([]);
  expect(routeFindings(routesOf({ arrived: [sent('{"a":1.26,"b":[1,2]}')] }), 'value')).not.toEqual([]);
});

test('ids that replies gave are held against those of the same place on the other route', () => {
  const turn = (nonce: string, contextId: string) => {
    const text = JSON.stringify(requestWith({ contextId })).replace(NONCE, nonce);
    return record({ sent: text, arrived: [text] }, nonce).steps;
  };
  const session = (nonce: string, contextId: string, said: string): CaseRecord => {
    const [first = stepRecordOf({})] = record(
      { sent: sent(METADATA()), arrived: [sent(METADATA())] },
      nonce,
    ).steps;
    const steps = [{ ...first, captured: { contextId } }, ...turn(nonce, said)];
    return { ...record({}, nonce), steps };
  };
  const direct = session(OTHER, 'ctx-direct', 'ctx-direct');
  const found = (platform: CaseRecord) => routeFindings({ platform, direct, forwarded: direct }, FORWARDED);
  expect(found(session(NONCE, 'ctx-platform', 'ctx-platform'))).toEqual([]);
  expect(found(session(NONCE, 'ctx-platform', 'ctx-direct'))[0]?.actual).toContain(
    'contextId = "ctx-direct"',
  );
});

test('a session that goes on by one route alone is a finding', () => {
  const { platform, direct } = routesOf({});
  const longer = { ...direct, steps: [...direct.steps, ...direct.steps] };
  const [finding] = routeFindings({ platform, direct: longer, forwarded: longer }, FORWARDED);
  expect(finding?.actual).toBe('the session had 1 step through the platform, and 2 directly');
});

test('a later step that the runtime had refused to begin as it was sent is held against what was sent on', () => {
  const { platform, direct } = routesOf({});
  const twice = (of: CaseRecord) => ({ ...of, steps: [...of.steps, ...of.steps] });
  const lost = stepRecordOf({ sent: sent(METADATA()), arrived: [requestWith()] });
  const altered = { ...platform, steps: [...platform.steps, withType(lost)] };
  const found = routeFindings({ platform: altered, direct, forwarded: twice(direct) }, FORWARDED);
  expect(found.map(({ actual }) => actual)).toContain('the platform lost params.message.metadata');
});

test.each(['direct', 'forwarded'] as const)(
  'without an arrival by the %s route nothing is compared, and nothing passes',
  (which) => {
    const routes = routesOf({});
    const silent = { ...record({ arrived: [], read: [] }, OTHER) };
    const both = { ...routes, [which]: silent };
    expect(whyFewerThanTwo(both)).toMatch(/^fewer than two routes: nothing reached the runtime directly; /);
    const judged = judgeRoutes({ entry: undefined as never, runtime: 'strict', routes: both });
    expect(judged).toMatchObject({ verdict: 'inconclusive', findings: [] });
  },
);

test('a case whose direct route was never tried is inconclusive', () => {
  const { platform } = routesOf({});
  const judged = judgeRoutes({ entry: undefined as never, runtime: 'strict', routes: { platform } });
  expect(judged).toMatchObject({ verdict: 'inconclusive', reason: 'fewer than two routes were tried' });
  const unjudged = judgeRoutes({ unjudged: 'fewer than two routes: this world has no runtime 0.2' });
  expect(unjudged).toMatchObject({ verdict: 'inconclusive', observations: 0 });
});

test('a platform on which no workspace could be made has failed, whatever the direct route does', () => {
  const preparationFinding = { clause: 'F.2', expected: ['201'], actual: 'no reply' };
  const platform = { ...record({}), prepared: false, preparationFinding, steps: [] };
  const judged = judgeRoutes({ entry: undefined as never, runtime: 'strict', routes: { platform } });
  expect(judged).toMatchObject({ verdict: 'failed', reason: 'no reply' });
});

/** A message with metadata that a platform could spoil; its arrival through the platform as the scene has it. */
function routesOf(scene: Scene) {
  const direct = record({ sent: sent(METADATA()), arrived: [sent(METADATA())] }, OTHER);
  const platform = record({ sent: sent(METADATA()), arrived: [sent(METADATA())], ...scene });
  return { platform, direct, forwarded: direct };
}

/** The same with a nonce of its own, as JSON would have come over the wire. */
function record(scene: Scene, nonce: string = NONCE): CaseRecord {
  const arrived = scene.arrived?.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
  const read = arrived?.slice(0, 1).map((text) => readingOf(parseJson(text)));
  const whole = { ...(arrived && { arrived }), ...(read && { read }), ...scene };
  const own = recordOf(JSON.parse(JSON.stringify(whole).replaceAll(NONCE, nonce)), { nonce });
  return { ...own, steps: own.steps.map(withType) };
}

function withType(step: CaseRecord['steps'][number]): CaseRecord['steps'][number] {
  const arrivals = step.inboxAfter.arrivals.map((arrival) => ({ ...arrival, headers: JSON_ONLY }));
  return { ...step, inboxAfter: { ...step.inboxAfter, arrivals } };
}

function METADATA(): string {
  return '{"a":1.25,"b":[1,2]}';
}

/** A request whose metadata is this text. */
function sent(metadata: string): string {
  return JSON.stringify(requestWith({ metadata: 0 })).replace('"metadata":0', `"metadata":${metadata}`);
}
