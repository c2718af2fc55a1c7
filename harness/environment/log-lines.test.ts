import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bootWorld } from './boot.ts';
import { lastLogLines, worldLogLines } from './log-lines.ts';
import { smallWorld, testRegistry } from './testing.ts';

test('the lines of one request are found across services, and only its own', async () => {
  await using registry = testRegistry();
  await using world = await bootWorld(await smallWorld(registry.directory));
  const id = randomUUID();
  const endpoints = [world.controlPlane?.url, world.platform?.url];
  for (const url of endpoints)
    for (const requestId of [id, `${id}-again`])
      await (await fetch(`${url}/a`, { headers: { 'x-request-id': requestId } })).arrayBuffer();
  const found = worldLogLines(world, id, { maxLines: 50 });
  expect(found.map(({ service }) => service)).toEqual(['cp-simulator', 'platform']);
  for (const { text } of found) expect(JSON.parse(text)).toMatchObject({ requestId: id });
  expect(worldLogLines(world, id, { maxLines: 50, files: ['platform'] })).toHaveLength(1);
  expect(worldLogLines(world, id, { maxLines: 1 })).toHaveLength(1);
  expect(worldLogLines(world, '', { maxLines: 50 })).toEqual([]);
});

test('long lines are cut', async () => {
  await using registry = testRegistry();
  await using world = await bootWorld(await smallWorld(registry.directory));
  const [service] = world.services;
  appendFileSync(service?.logFile ?? '', `the-request ${'x'.repeat(10_000)}\n`);
  expect(worldLogLines(world, 'the-request', { maxLines: 5 })[0]?.text).toHaveLength(4000);
});

test('as many of the last lines are told as were asked for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-log-lines-'));
  try {
    const logFile = join(folder, 'agent.log');
    writeFileSync(logFile, Array.from({ length: 300 }, (_, index) => `line ${index}\n`).join(''));
    const services = [
      { name: 'agent', stage: 'peer', pid: 0, startTicks: 0, stopSignal: 'SIGTERM', logFile },
    ] as const;
    const told = lastLogLines({ services }, new Map(), 200);
    expect([told.length, told[0]?.text, told.at(-1)?.text]).toEqual([200, 'line 100', 'line 299']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
