import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadSoundEntries } from '../../corpus/sound.ts';
import type { WorldDescription } from '../../environment/index.ts';
import { inProject } from '../../support/paths.ts';
import { createRedactor } from '../../support/redaction/redactor.ts';
import { serve } from '../../wire/test-support/serve.ts';
import { openBench } from '../corpus/bench.ts';
import { ADMIN_TOKEN, CONTROL_TOKEN, littleWorld } from '../corpus/test-support/world.ts';
import { openEvidence } from '../evidence.ts';
import { guestsOf } from '../guests.ts';
import type { CaseAt } from '../suite.ts';
import { judgeRoutes } from './judge/judge.ts';
import { performRoutes } from './perform.ts';

const entries = await loadSoundEntries(inProject('corpus'));

test('an entry goes by both routes, with a nonce and an agent of its own each time', async () => {
  const { observed, judged } = await performed('v03-text');
  const { platform, direct, forwarded } = 'routes' in observed ? observed.routes : ({} as never);
  expect([platform.nonce === direct?.nonce, platform.agent === direct?.agent]).toEqual([false, false]);
  expect(forwarded).toBe(direct);
  expect(platform.steps[0]?.inboxAfter.arrivals).toHaveLength(1);
  expect(direct?.steps[0]?.inboxAfter.arrivals).toHaveLength(1);
  // The little platform names no content type.
  expect(judged.findings.map(({ actual }) => actual)).toEqual(['the platform called what it sent nothing']);
});

test('what A.4 changes is sent a third time, as the platform has to send it on', async () => {
  const { observed } = await performed('hg-content-string');
  const { direct, forwarded } = 'routes' in observed ? observed.routes : ({} as never);
  const sent = (record = direct) => record?.steps[0]?.sent.content ?? '';
  expect(sent()).toContain('"content"');
  expect(sent(forwarded)).toMatch(/"parts":\[\{"kind":"text"/);
  expect(sent(forwarded)).not.toContain('"content"');
});

test('a direct route that leads past the runtime is never a pass', async () => {
  const elsewhere = await serve((_request, response) => response.end('{"result":{}}'));
  onTestFinished(() => elsewhere[Symbol.asyncDispose]());
  const { judged } = await performed('v03-text', { agentsUrl: elsewhere.url });
  expect(judged).toMatchObject({ verdict: 'inconclusive', findings: [] });
  expect(judged.reason).toMatch(/^fewer than two routes: nothing reached the runtime directly; /);
});

test('a subject whose agent is not ours has no second inbox, and that is told before anything is sent', async () => {
  const { judged, asked } = await performed('v03-text', { subjectAgentUrl: 'http://127.0.0.1:1/a2a' });
  expect(judged).toMatchObject({
    verdict: 'inconclusive',
    reason:
      'fewer than two routes: the direct one leads to http://127.0.0.1:1/a2a, whose inbox nobody can read',
  });
  expect(asked).toEqual([]);
});

test('a world without the runtime has no second route, and that is told', async () => {
  const { judged } = await performed('v03-text', { runtime: '0.2' });
  expect(judged).toMatchObject({
    verdict: 'inconclusive',
    reason: 'fewer than two routes: this world has no runtime 0.2',
  });
});

interface Over {
  readonly agentsUrl?: string;
  readonly subjectAgentUrl?: string;
  readonly runtime?: string;
}

/** Performs one case in a little world, and judges it. */
async function performed(entry: string, { agentsUrl, subjectAgentUrl, runtime = 'strict' }: Over = {}) {
  await using world = await littleWorld();
  await using bench = openBench(entries);
  const folder = await mkdtemp(join(tmpdir(), 'assay-routes-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { url } = world;
  const description = {
    platform: { url, adminToken: ADMIN_TOKEN },
    runtimes: { strict: { url, controlToken: CONTROL_TOKEN, ...(agentsUrl && { agentsUrl }) } },
    subject: { kind: 'reference', ...(subjectAgentUrl && { agentUrl: subjectAgentUrl }) },
    services: [],
  } as unknown as WorldDescription;
  const at = caseAt(folder, description, entry, runtime);
  const observed = await performRoutes(bench, at);
  return { observed, judged: judgeRoutes(observed), asked: world.calls };
}

function caseAt(folder: string, world: WorldDescription, entry: string, runtime: string): CaseAt {
  const id = `routes/${entry}@${runtime}`;
  const redactor = createRedactor({ secrets: [], key: '00' });
  return {
    planned: { id, suite: 'routes', title: '', clause: 'A.4', facets: { entry, runtime }, reproduce: '' },
    setting: { runDirectory: folder, revision: 'R3', seed: 1, redactionKey: '00' },
    world,
    handle: () => undefined as never,
    page: undefined,
    redactor,
    evidence: openEvidence(folder, id, redactor),
    guests: guestsOf(undefined),
    idle: () => undefined,
  };
}
