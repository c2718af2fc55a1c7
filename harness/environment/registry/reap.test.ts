import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { processEnv } from '../../config/process-env.ts';
import { deadlineIn, poll } from '../../support/deadline.ts';
import { projectRoot } from '../../support/paths.ts';
import { RUN_TYPESCRIPT } from '../../support/typescript.ts';
import { bootWorld } from '../boot.ts';
import { takeHandle } from '../handling/handle.ts';
import { identify, isAlive, isStopped } from '../process/identity.ts';
import { markedProcesses, WORLD_MARKER } from '../process/marker.ts';
import { treeOf } from '../process/tree.ts';
import { fixture, smallWorld, testRegistry } from '../testing.ts';
import type { WorldDescription } from '../world.ts';
import { openLedger } from './ledger.ts';
import { placesOf } from './places.ts';
import { reapLeftovers } from './reap.ts';
import { readWorldFile, writeWorldFile } from './world-file.ts';
import { listWorlds, stopWorld } from './worlds.ts';

test('what a run leaves that was killed with SIGKILL is gone after the next start', async () => {
  await using registry = testRegistry();
  const { world, run } = await bootElsewhere(registry.directory);
  expect(world.services.filter(isAlive)).toHaveLength(4);
  run.kill('SIGKILL');
  await once(run, 'exit');
  const reaped: string[] = [];
  const options = await smallWorld(registry.directory);
  await using next = await bootWorld({
    ...options,
    onProgress: ({ step, what }) => void (step === 'reaped' && reaped.push(what)),
  });
  expect(reaped).toEqual([world.id]);
  expect(world.services.filter(isAlive)).toEqual([]);
  expect(markedProcesses(world.id)).toEqual([]);
  expect(readdirSync(join(registry.directory, 'worlds'))).toEqual([next.id]);
});

test('a run that is killed with services paused and cut off leaves nothing after the next start', async () => {
  await using registry = testRegistry();
  const { world, run } = await bootElsewhere(registry.directory, 'links');
  const handle = takeHandle(world, { by: 'a test' });
  for (const name of ['platform', 'postgres', 'cp-simulator']) await handle.service(name).pause();
  for (const name of ['platform', 'echo-runtime-strict']) await handle.service(name).cut('hang');
  const ours = world.services.flatMap(treeOf);
  expect(ours.length).toBeGreaterThan(4);
  run.kill('SIGKILL');
  await once(run, 'exit');
  expect(await reapLeftovers(placesOf(registry.directory))).toEqual([world.id]);
  expect(ours.filter(isAlive)).toEqual([]);
  expect(markedProcesses(world.id)).toEqual([]);
  expect(readdirSync(join(registry.directory, 'worlds'))).toEqual([]);
});

test('a run that is interrupted with services paused takes its world down', async () => {
  await using registry = testRegistry();
  const { world, run } = await bootElsewhere(registry.directory, 'links');
  const handle = takeHandle(world, { by: 'a test' });
  for (const name of ['platform', 'postgres']) await handle.service(name).pause();
  const ours = world.services.flatMap(treeOf);
  run.kill('SIGINT');
  expect(await once(run, 'exit')).toEqual([130, null]);
  expect(ours.filter(isAlive)).toEqual([]);
});

test('a run that is interrupted takes its world down and leaves with 130', async () => {
  await using registry = testRegistry();
  const { world, run } = await bootElsewhere(registry.directory);
  run.kill('SIGINT');
  expect(await once(run, 'exit')).toEqual([130, null]);
  expect(world.services.filter(isAlive)).toEqual([]);
  expect(existsSync(world.directory)).toBe(false);
});

test('our services end by themselves when their run is killed', async () => {
  await using registry = testRegistry();
  const { world, run } = await bootElsewhere(registry.directory);
  run.kill('SIGKILL');
  const ours = world.services.filter(({ name }) => name !== 'postgres');
  expect(await poll(() => ours.every((each) => !isAlive(each)) || undefined, deadlineIn(10_000))).toBe(true);
});

test('and so does one that is stopped at that moment', async () => {
  await using registry = testRegistry();
  const { world, run } = await bootElsewhere(registry.directory);
  const paused = world.services.filter(({ name }) => name !== 'postgres');
  for (const { name } of paused) await takeHandle(world, { by: 'a test' }).service(name).pause();
  expect(paused.every(isStopped)).toBe(true);
  run.kill('SIGKILL');
  expect(await poll(() => !paused.some(isAlive) || undefined, deadlineIn(10_000))).toBe(true);
});

test('a world that is kept alive outlives its run, and no start reaps it', async () => {
  await using registry = testRegistry();
  const { world, run } = await bootElsewhere(registry.directory, 'keep');
  if (run.exitCode === null) await once(run, 'exit');
  expect(await reapLeftovers(placesOf(registry.directory))).toEqual([]);
  expect(listWorlds(registry.directory)).toMatchObject([{ record: { id: world.id }, dead: [] }]);
  await stopWorld(world.id, registry.directory);
  expect(world.services.filter(isAlive)).toEqual([]);
  expect(existsSync(world.directory)).toBe(false);
});

test('a world whose run still lives is left alone', async () => {
  await using registry = testRegistry();
  const ledger = openLedger(placesOf(registry.directory), false);
  expect(await reapLeftovers(placesOf(registry.directory))).toEqual([]);
  expect(existsSync(ledger.directory)).toBe(true);
});

test('a process that only got the number of a dead service is never signalled', async () => {
  await using registry = testRegistry();
  const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true });
  const alive = identify(bystander.pid ?? 0);
  const ledger = openLedger(placesOf(registry.directory), false);
  const file = readWorldFile(ledger.directory);
  if (file.kind !== 'known' || !alive) throw new Error('nothing to test with');
  const stale = { ...alive, startTicks: alive.startTicks - 1 };
  const logFile = join(ledger.logs, 'x.log');
  const service = { ...stale, name: 'x', stage: 'peer', stopSignal: 'SIGTERM', logFile } as const;
  const supervisor = { supervisorPid: stale.pid, supervisorTicks: stale.startTicks };
  writeWorldFile(ledger.directory, { ...file.record, ...supervisor, services: [service] });
  expect(await reapLeftovers(placesOf(registry.directory))).toEqual([ledger.id]);
  expect(isAlive(alive)).toBe(true);
  bystander.kill('SIGKILL');
});

test('a process that was started and never booked is found by the marker it carries', async () => {
  await using registry = testRegistry();
  const ledger = openLedger(placesOf(registry.directory), false);
  const file = readWorldFile(ledger.directory);
  if (file.kind !== 'known') throw new Error('nothing to test with');
  const env = { PATH: processEnv.PATH, [WORLD_MARKER]: ledger.id };
  const stray = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { env, stdio: 'ignore' });
  await once(stray, 'spawn');
  await poll(() => markedProcesses(ledger.id)[0], deadlineIn(5000));
  writeWorldFile(ledger.directory, { ...file.record, supervisorTicks: 1 });
  const ended = once(stray, 'exit');
  expect(await reapLeftovers(placesOf(registry.directory))).toEqual([ledger.id]);
  expect(await ended).toEqual([null, 'SIGTERM']);
});

test('an unreadable world is cleared away once it is old, one of another layout never', async () => {
  await using registry = testRegistry();
  const { worlds } = placesOf(registry.directory);
  for (const [name, text] of [
    ['w-torn', '{'],
    ['w-later', '{"schema": 99}'],
  ] as const) {
    mkdirSync(join(worlds, name));
    writeFileSync(join(worlds, name, 'world.json'), text);
  }
  expect(await reapLeftovers(placesOf(registry.directory))).toEqual([]);
  for (const name of readdirSync(worlds)) utimesSync(join(worlds, name), new Date(0), new Date(0));
  expect(await reapLeftovers(placesOf(registry.directory))).toEqual(['w-torn']);
  expect(readdirSync(worlds)).toEqual(['w-later']);
});

async function bootElsewhere(directory: string, keep = 'let-go') {
  const args = [...RUN_TYPESCRIPT, fixture('boots-a-world.ts'), directory, keep];
  const run = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  for await (const chunk of run.stdout) {
    text += chunk;
    if (text.endsWith('\n')) break;
  }
  return { world: JSON.parse(text) as WorldDescription, run };
}
