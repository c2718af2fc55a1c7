import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { BASE_IMAGES, chooseBaseImage } from '../environment/compose/base-images.ts';
import type { Engine } from '../environment/compose/engine.ts';
import { isMissing } from '../environment/compose/engine-errors.ts';
import { LABEL } from '../environment/compose/labels.ts';
import { testPlainEngine, titled } from '../environment/compose/testing.ts';
import { bundleEntry } from '../environment/services/bundle.ts';
import { inProject, projectRoot } from '../support/paths.ts';
import { templateFiles } from './init/workflows.ts';
import { workingDirectory } from './test-support/assay.ts';
import { type Host, type JobEnd, runJob } from './test-support/host.ts';

const found = await testPlainEngine();
const withEngine = test.skipIf(!found.engine);
const engine = found.engine as Engine;

const JUDGED = 'hold the canaries (exit 1 is a regression, exit 2 broken infrastructure)';
const HOSTS = { github: {}, gitea: { GITEA_ACTIONS: 'true' } } as const;
const TEST_MS = 300_000;

let base = '';
beforeAll(async () => {
  if (found.engine) base = await chooseBaseImage(engine, BASE_IMAGES.node);
});

withEngine.each(Object.keys(HOSTS) as (keyof typeof HOSTS)[])(
  titled('on %s a template whose agent remembers is green, and one that forgets is red by exit 1', found),
  async (host) => {
    const good = await gate(host, ['node', '/remembers.mjs']);
    expect(good.log).toContain('PASSED');
    expect(good.state).toBe('green');
    const bad = await gate(host, ['node', '/some-runtime.mjs', 'forgets']);
    expect(bad.log).toMatch(/\d+ cases broke a clause/);
    expect([bad.state, bad.exits[JUDGED]]).toEqual(['red', 1]);
  },
  TEST_MS,
);

withEngine(
  titled('a template whose agent ends at boot is red by exit 2, with the reason', found),
  async () => {
    const { state, exits, log } = await gate('gitea', ['node', '/some-runtime.mjs', 'crashes']);
    expect(log).toContain('FATAL: no model is configured');
    expect([state, exits[JUDGED]]).toEqual(['red', 2]);
  },
  TEST_MS,
);

test.each(Object.keys(HOSTS) as (keyof typeof HOSTS)[])(
  'on %s an image that cannot be built is red by exit 2, and nothing is judged',
  async (host) => {
    const { state, exits } = await gate(host, ['true'], { DOCKER_HOST: 'unix:///nowhere' });
    expect([state, exits['build the image'], exits[JUDGED]]).toEqual(['red', 2, undefined]);
  },
  TEST_MS,
);

withEngine(
  titled('a commit of Assay that is nowhere is red by exit 2, and nothing is judged', found),
  async () => {
    const { state, exits } = await gate('github', ['true'], {}, 'f'.repeat(40));
    expect([state, exits['fetch Assay'], exits[JUDGED]]).toEqual(['red', 2, undefined]);
  },
  TEST_MS,
);

/** Runs the generated workflow in a template repository whose image runs these words. */
async function gate(
  host: keyof typeof HOSTS,
  words: readonly string[],
  env: Host['env'] = {},
  commit = headOf(projectRoot),
): Promise<JobEnd> {
  await using place = await workingDirectory();
  const runId = place.path.slice(-6);
  await writeTemplate(join(place.path, 'template'), words);
  const pin = { repository: pathToFileURL(projectRoot).href, commit };
  const workflows = await templateFiles(pin);
  const { text = '' } = workflows.find(({ path }) => path.startsWith(`.${host}/`)) ?? {};
  const end = await runJob(text, {
    ...{ cwd: place.path, runId, env: { ...HOSTS[host], ...env } },
    before: () => lendPackages(join(place.path, 'assay')),
  });
  if (found.engine) {
    expect(await containersOf(runId)).toEqual([]);
    await removeImage(`assay-canary-template:${runId}`);
  }
  return end;
}

async function writeTemplate(folder: string, words: readonly string[]): Promise<void> {
  mkdirSync(folder);
  const { file } = await bundleEntry(inProject('compose/canary-runtime/main.ts'), 'inside');
  copyFileSync(file, join(folder, 'remembers.mjs'));
  copyFileSync(inProject('harness/cli/fixtures/some-runtime.mjs'), join(folder, 'some-runtime.mjs'));
  writeFileSync(
    join(folder, 'Dockerfile'),
    `FROM ${base || 'scratch'}\nCOPY *.mjs /\nEXPOSE 8000\nCMD ${JSON.stringify(words)}\n`,
  );
}

/** As a cache of the host would: installing them takes half a minute each time. */
function lendPackages(clone: string): void {
  const packages = join(clone, 'node_modules');
  if (existsSync(join(clone, 'package.json')) && !existsSync(packages))
    symlinkSync(inProject('node_modules'), packages);
}

function headOf(clone: string): string {
  return spawnSync('git', ['-C', clone, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).stdout.trim();
}

/** A runner of GitHub is thrown away with its images. */
async function removeImage(name: string): Promise<void> {
  await engine.docker
    .getImage(name)
    .remove({ force: true })
    .catch((error) => {
      if (!isMissing(error)) throw error;
    });
}

function containersOf(runId: string) {
  return engine.docker.listContainers({ all: true, filters: { label: [`${LABEL.canary}=canary-${runId}`] } });
}
