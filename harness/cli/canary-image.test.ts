import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../environment/compose/engine.ts';
import { LABEL } from '../environment/compose/labels.ts';
import { testPlainEngine, titled } from '../environment/compose/testing.ts';
import { readReport } from '../report/index.ts';
import { inProject } from '../support/paths.ts';
import { canaryFolder } from './test-support/canary-folder.ts';
import { runtimeImage } from './test-support/runtime-image.ts';

const found = await testPlainEngine();
const withEngine = test.skipIf(!found.engine);
const engine = found.engine as Engine;

const CANARY = `
name: knows-me
title: The agent knows in the second turn what it was told in the first.
turns:
  - user: Hi, my name is {{nonce.name}}.
    expect: { contains: ["{{nonce.name}}"] }
  - user: Who am I?
    expect: { contains: ["{{nonce.name}}"] }
`;
const TEST_MS = 180_000;

let folder: Awaited<ReturnType<typeof canaryFolder>>;
beforeAll(async () => {
  folder = await canaryFolder(CANARY);
});
afterAll(() => folder[Symbol.asyncDispose]());

async function runCanary(env: Readonly<Record<string, string>>, ...more: readonly string[]) {
  const words = ['--canaries', 'canaries', ...more];
  const { exitCode, stdout, stderr } = await execa(inProject('scripts/run-canary.sh'), words, {
    ...{ cwd: folder.path, env: { NO_COLOR: '1', ...env }, reject: false, stdin: 'ignore' },
  });
  return { exitCode, stdout, stderr };
}

test.each<readonly [string, Record<string, string>, RegExp]>([
  ['no image is named', {}, /TEMPLATE_IMAGE is not set/],
  ['the port is none', { TEMPLATE_IMAGE: 'x', RUNTIME_PORT: 'eighty' }, /--publish eighty is not a whole/],
  ['no engine answers', { TEMPLATE_IMAGE: 'x', DOCKER_HOST: 'unix:///nowhere' }, /No Docker engine answers/],
])(
  'run-canary.sh ends with 2 where %s, and says so',
  async (_what, env, words) => {
    const { exitCode, stdout, stderr } = await runCanary({ TEMPLATE_IMAGE: '', RUNTIME_PORT: '', ...env });
    expect(stdout + stderr).toMatch(words);
    expect(exitCode).toBe(2);
  },
  TEST_MS,
);

withEngine(
  titled('an image that remembers passes, its id stands in the report, and no container is left', found),
  async () => {
    const image = await runtimeImage(engine, 'good');
    const { exitCode, stdout } = await runCanary({ TEMPLATE_IMAGE: image, CANARY_RUN_ID: 'good' });
    expect(stdout).toContain('PASSED');
    expect(exitCode).toBe(0);
    const { digests } = await readReport(join(folder.path, 'assay-report/report.json'));
    const { Id } = await engine.docker.getImage(image).inspect();
    expect(digests).toEqual({ 'canary-runtime': Id });
    expect(await containers('canary-good')).toEqual([]);
  },
  TEST_MS,
);

withEngine(
  titled('a container that is to be kept goes on, on loopback alone, and holds its name', found),
  async () => {
    const env = { TEMPLATE_IMAGE: await runtimeImage(engine, 'good'), CANARY_RUN_ID: 'kept' };
    try {
      expect(await runCanary({ ...env, KEEP_RUNNING: '1' })).toMatchObject({ exitCode: 0 });
      const [kept, ...more] = await containers('canary-kept');
      expect(more).toEqual([]);
      expect(kept?.State).toBe('running');
      expect(kept?.Ports.map(({ IP }) => IP)).toEqual(['127.0.0.1']);
      const again = await runCanary(env);
      expect(again.stdout).toContain('There is a container of the name canary-kept already');
      expect(again.exitCode).toBe(2);
    } finally {
      await engine.docker.getContainer('canary-kept').remove({ force: true });
    }
  },
  TEST_MS,
);

withEngine.each<readonly [string, 1 | 2, RegExp]>([
  ['answers-another', 1, /a reply to the request "somebody-else"/],
  ['exits', 1, /ended in mid-run with exit code 9[\s\S]*FATAL: out of memory/],
  ['crashes', 2, /ended at boot with exit code 7[\s\S]*FATAL: no model is configured/],
  ['unconfigured', 2, /"No API key"; it is not healthy, or not configured/],
])(
  titled('an image that %s is exit %i, says why, and leaves no container', found),
  async (mode, code, why) => {
    const env = { TEMPLATE_IMAGE: await runtimeImage(engine, mode), CANARY_RUN_ID: mode };
    const { exitCode, stdout } = await runCanary(env);
    expect(stdout).toMatch(why);
    expect(exitCode).toBe(code);
    expect(await containers(`canary-${mode}`)).toEqual([]);
  },
  TEST_MS,
);

withEngine(
  titled('an image that is nowhere is exit 2, in the words of the engine', found),
  async () => {
    const { exitCode, stdout } = await runCanary({ TEMPLATE_IMAGE: 'registry.invalid/nowhere:1' });
    expect(stdout).toMatch(
      /has no image registry\.invalid\/nowhere:1, and could not pull it[\s\S]*Error response/,
    );
    expect(exitCode).toBe(2);
  },
  TEST_MS,
);

function containers(name: string) {
  return engine.docker.listContainers({ all: true, filters: { label: [`${LABEL.canary}=${name}`] } });
}
