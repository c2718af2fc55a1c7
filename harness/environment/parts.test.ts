import { expect, test } from 'vitest';
import { bootWorld } from './boot.ts';
import type { WorldPart } from './boot-options.ts';
import { smallWorld, testRegistry } from './testing.ts';

test.each<{ readonly parts: readonly WorldPart[]; readonly services: readonly string[] }>([
  { parts: ['database'], services: ['postgres'] },
  { parts: ['runtimes'], services: ['echo-runtime-strict'] },
  { parts: ['control-plane'], services: ['cp-simulator'] },
  { parts: ['canary'], services: ['canary-runtime'] },
  { parts: ['platform'], services: ['cp-simulator', 'platform', 'postgres'] },
  { parts: ['platform', 'desktop'], services: ['cp-simulator', 'desktop', 'platform', 'postgres'] },
  { parts: ['runtimes', 'database'], services: ['echo-runtime-strict', 'postgres'] },
  { parts: [], services: [] },
])('of $parts only $services are booted, and nothing else is described', async ({ parts, services }) => {
  await using registry = testRegistry();
  await using world = await bootWorld({ ...(await smallWorld(registry.directory)), parts });
  expect(world.services.map(({ name }) => name).toSorted()).toEqual(services);
  expect(Object.keys(world.runtimes)).toEqual(parts.includes('runtimes') ? ['strict'] : []);
  expect(Boolean(world.platform)).toBe(services.includes('platform'));
  expect(Boolean(world.controlPlane)).toBe(services.includes('cp-simulator'));
  expect(Boolean(world.desktop)).toBe(services.includes('desktop'));
  expect(Boolean(world.database)).toBe(services.includes('postgres'));
  expect(world.canary?.service).toBe(services.find((name) => name === 'canary-runtime'));
});
