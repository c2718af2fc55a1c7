import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bootWorld } from './boot.ts';
import { worldLogLines } from './log-lines.ts';
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
