import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { inProject, projectRoot } from '../../support/paths.ts';
import { RUN_TYPESCRIPT } from '../../support/typescript.ts';
import { testRegistry } from '../testing.ts';
import { placesOf } from './places.ts';
import { reapLeftovers } from './reap.ts';
import { openScratch } from './scratch.ts';

it('is there for its owner alone, and goes away with its scope', async () => {
  await using registry = testRegistry();
  const places = placesOf(registry.directory);
  const scratch = await openScratch('run', places);
  expect(statSync(scratch.path).mode & 0o777).toBe(0o700);
  await reapLeftovers(places);
  expect(existsSync(scratch.path)).toBe(true);
  await scratch[Symbol.asyncDispose]();
  expect(existsSync(scratch.path)).toBe(false);
});

it('is removed by the next start when its owner was killed, and what nobody of ours has made stays', async () => {
  await using registry = testRegistry();
  const places = placesOf(registry.directory);
  const script = `
    import { placesOf } from '${inProject('harness/environment/registry/places.ts')}';
    import { openScratch } from '${inProject('harness/environment/registry/scratch.ts')}';
    const { path } = await openScratch('run', placesOf(process.argv[1]));
    console.log(path);
    setInterval(() => {}, 1000);`;
  const args = [...RUN_TYPESCRIPT, '--input-type=module', '-e', script, registry.directory];
  const owner = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] });
  const [told] = await once(owner.stdout, 'data');
  const path = String(told).trim();
  writeFileSync(join(path, 'world.json'), 'a token');
  writeFileSync(join(places.scratch, 'thesis.txt'), 'mine');
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  expect(existsSync(join(path, 'world.json')), basename(path)).toBe(true);
  await reapLeftovers(places);
  expect(existsSync(path)).toBe(false);
  expect(existsSync(join(places.scratch, 'thesis.txt'))).toBe(true);
});
