import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resolveRunOptions } from '../config/run-options.ts';
import { loadSubject } from '../config/subject.ts';
import { bootWorld, openWorld, stopWorld } from '../environment/index.ts';
import { smallWorld, testRegistry } from '../environment/testing.ts';
import { openProgress, type ProgressDisplay } from '../report/progress.ts';
import { run } from '../run.ts';
import { senderAt } from '../suites/sender-at.ts';
import type { CaseAt } from '../suites/suite.ts';
import { platformOf, testSuite } from '../suites/testing.ts';
import { Scope } from '../support/scope.ts';
import { openTransport } from '../wire/transmit.ts';

test('workspaces on a platform that outlives the run are taken away also when the harness fails in its middle', async () => {
  await using scope = new Scope();
  const folder = await mkdtemp(join(tmpdir(), 'assay-leave-'));
  scope.defer(() => rm(folder, { recursive: true }));
  const { entries: _standIns, ...options } = await smallWorld(scope.use(testRegistry()).directory);
  const parts = ['platform', 'database', 'control-plane'] as const;
  const booted = await bootWorld({ ...options, parts, keepAlive: true });
  scope.defer(() => stopWorld(booted.id, options.directory));
  const made: number[] = [];
  const suite = testSuite('served', ['a'], {
    needs: parts,
    perform: async (_bench, at) => void made.push(await createWorkspace(at)),
  });
  const report = await run({
    options: await resolveRunOptions([], { out: join(folder, 'out'), seed: '1' }, {}, folder),
    suites: [suite],
    subject: await loadSubject(undefined),
    argv: ['run'],
    attached: openWorld(booted.id, options.directory),
    display: { quiet: false, color: false, note: () => undefined, progress: brokenScreen() },
    signal: new AbortController().signal,
  });
  expect(report.exitCode).toBe(2);
  expect(report.reasons.join('\n')).toContain('the screen is gone');
  expect(made).toEqual([201]);
  expect(await namesOn(booted)).not.toContain('a guest');
});

/** Fails when the end of a case is shown, in the middle of the work. */
function brokenScreen(): ProgressDisplay {
  const update = () => {
    throw new Error('the screen is gone');
  };
  return { ...openProgress({ write: () => true }), update };
}

async function createWorkspace(at: CaseAt): Promise<number> {
  await using transport = openTransport();
  const { reply } = await senderAt(transport, at).send({
    ...{ purpose: 'prepare', method: 'POST', url: `${platformOf(at)}/workspaces`, deadlineMs: 10_000 },
    headers: { ...bearer(at), 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ name: 'a guest', external: true, runtime: 'external' })),
  });
  return reply?.status ?? 0;
}

async function namesOn(world: Pick<CaseAt, 'world'>['world']): Promise<readonly string[]> {
  const response = await fetch(`${world?.platform?.url}/workspaces`, { headers: bearer({ world }) });
  return ((await response.json()) as readonly { readonly name: string }[]).map(({ name }) => name);
}

function bearer({ world }: Pick<CaseAt, 'world'>) {
  return { authorization: `Bearer ${world?.platform?.adminToken}` };
}
