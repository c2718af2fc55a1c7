import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { inProject, projectRoot } from '../../support/paths.ts';
import { Scope } from '../../support/scope.ts';
import { RUN_TYPESCRIPT } from '../../support/typescript.ts';
import { placesOf } from '../registry/places.ts';
import { reapLeftovers } from '../registry/reap.ts';
import { fixture, type TestRegistry, testRegistry } from '../testing.ts';
import type { WorldDescription } from '../world.ts';
import type { Engine } from './engine.ts';
import { reapContainers } from './sweep.ts';
import { leftOf, testEngine, titled } from './testing.ts';

const found = await testEngine();
const withEngine = test.skipIf(!found.engine);
const engine = found.engine as Engine;

withEngine(titled('what a killed run left is taken down by the next start', found), async () => {
  await using scope = new Scope();
  const registry = scope.use(testRegistry());
  const { world, end } = await bootElsewhere(scope, registry);
  await end('SIGKILL');
  expect(await leftOf(engine, world.id)).toHaveLength(9);
  expect(await reapLeftovers(placesOf(registry.directory))).toEqual([world.id]);
  expect(await leftOf(engine, world.id)).toEqual([]);
});

withEngine(titled('containers whose world is forgotten are told by their labels', found), async () => {
  await using scope = new Scope();
  const registry = scope.use(testRegistry());
  const { world, end } = await bootElsewhere(scope, registry);
  expect(await reapContainers(engine)).not.toContain(world.id);
  await end('SIGKILL');
  await rm(world.directory, { recursive: true });
  expect(await reapContainers(engine)).toContain(world.id);
  expect(await leftOf(engine, world.id)).toEqual([]);
});

withEngine(titled('Ctrl-C takes the containers down', found), async () => {
  await using scope = new Scope();
  const registry = scope.use(testRegistry());
  const { world, end } = await bootElsewhere(scope, registry);
  await end('SIGINT');
  expect(await leftOf(engine, world.id)).toEqual([]);
  expect(readdirSync(join(registry.directory, 'worlds'))).toEqual([]);
});

test('without an engine nothing is judged, and the way out is named', async () => {
  await using scope = new Scope();
  const registry = scope.use(testRegistry());
  const args = ['run', 'corpus', '-g', 'hg-content-string@strict', '--mode', 'compose'];
  const out = join(registry.directory, 'report');
  const { exitCode, all } = await execa(
    process.execPath,
    [inProject('scripts/assay.mjs'), ...args, '--out', out],
    {
      env: { DOCKER_HOST: `unix://${registry.directory}/no.sock`, TMPDIR: registry.directory },
      all: true,
      reject: false,
    },
  );
  expect(exitCode).toBe(2);
  expect(all).toContain('No Docker engine answers');
  expect(all).toContain('--mode process');
  expect(all).toContain('0 passed');
});

async function bootElsewhere(scope: Scope, registry: TestRegistry) {
  const program = fixture('boots-containers.ts');
  const child = execa(process.execPath, [...RUN_TYPESCRIPT, program, registry.directory], {
    cwd: projectRoot,
    reject: false,
    stdin: 'ignore',
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await child;
  };
  scope.defer(() => end('SIGINT'));
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) return { end, world: JSON.parse(line) as WorldDescription };
  throw new Error(`it wrote no world: ${(await child).stderr}`);
}
