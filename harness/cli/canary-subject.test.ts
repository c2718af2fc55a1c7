import { expect, test } from 'vitest';
import { OWN_CANARIES } from '../config/runtime-terms.ts';
import { type RuntimeFlags, runtimeSubject } from './canary-subject.ts';

const DEFAULTS: RuntimeFlags = {
  ...{ env: [], header: [], session: 'context', scope: 'context', readyWithin: '30', trials: '1' },
};
const SHELL = { cwd: '/work-here', env: { API_KEY: 'k-1' } };

function subject(flags: Partial<RuntimeFlags>) {
  return runtimeSubject({ ...DEFAULTS, ...flags }, SHELL);
}

test('without a target our own runtime is meant, with the canaries of Assay', () => {
  expect(subject({})).toMatchObject({
    ...{ kind: 'runtime', name: 'our own canary runtime', place: { kind: 'own' }, typedAs: [] },
    terms: { canaries: OWN_CANARIES, trials: 1, readinessMs: 30_000 },
  });
});

test('a command is run by the shell, in the working directory, with what it is given of our environment', () => {
  const { name, place } = subject({
    command: 'node agent.mjs --port {{port}}',
    env: ['API_KEY', 'MODE=fast=1'],
    port: '8000',
  });
  expect(name).toBe('node');
  expect(place).toEqual({
    ...{ kind: 'command', command: ['/bin/sh', '-c', 'node agent.mjs --port {{port}}'], cwd: '/work-here' },
    ...{ env: { API_KEY: 'k-1', MODE: 'fast=1' }, port: 8000 },
  });
});

test('an image is started as a container of a name of its own, which ends with the run', () => {
  const { name, place, typedAs } = subject({ image: 'registry.test:5000/me/agent:1', env: ['API_KEY'] });
  expect(name).toBe('registry.test:5000/me/agent:1');
  expect(place).toEqual({
    ...{ kind: 'image', image: 'registry.test:5000/me/agent:1', env: { API_KEY: 'k-1' }, isKept: false },
    container: expect.stringMatching(/^canary-[0-9a-f]{12}$/),
  });
  expect(typedAs).toEqual(['--image', 'registry.test:5000/me/agent:1', '--env', 'API_KEY']);
});

test('a container may be named, kept, and reached by a port that was chosen', () => {
  const { place } = subject({ image: 'a@sha256:0f', name: 'mine', keep: true, port: '80', publish: '18000' });
  expect(place).toMatchObject({ container: 'mine', isKept: true, port: 80, publishedPort: 18_000 });
});

test('what it is told of a runtime counts, and is typed again without what may be secret', () => {
  const flags: Partial<RuntimeFlags> = {
    ...{
      url: 'http://127.0.0.1:9/base',
      endpoint: '/a2a',
      card: '/card',
      session: 'history',
      scope: 'workspace',
    },
    ...{ header: ['Authorization: Bearer s3cret'], claims: 'files, cancel', canaries: 'mine', trials: '3' },
  };
  const { place, terms, typedAs } = subject(flags);
  expect(place).toEqual({ kind: 'url', url: 'http://127.0.0.1:9/base' });
  expect(terms).toMatchObject({
    ...{
      endpoint: '/a2a',
      cardPath: '/card',
      headers: { authorization: 'Bearer s3cret' },
      session: 'history',
    },
    ...{ scope: 'workspace', claims: ['files', 'cancel'], canaries: '/work-here/mine', trials: 3 },
  });
  expect(typedAs.join(' ')).not.toContain('s3cret');
  expect(typedAs).toEqual(
    expect.arrayContaining(['--url', '--endpoint', '--claims', '--session', '--scope']),
  );
});

test('one that was allowed more time to get ready is allowed it again', () => {
  const { typedAs } = subject({ command: 'x', readyWithin: '90' });
  expect(typedAs).toEqual(['--command', 'x', '--ready-within', '90']);
});

test.each<readonly [string, Partial<RuntimeFlags>, string]>([
  ['two runtimes', { command: 'x', url: 'http://h' }, 'TWO_RUNTIMES'],
  ['a command and an image', { command: 'x', image: 'x' }, 'TWO_RUNTIMES'],
  ['no image', { image: '' }, 'BAD_IMAGE'],
  ['an image that is an option', { image: '--privileged' }, 'BAD_IMAGE'],
  ['a name that no container can have', { image: 'x', name: 'a b' }, 'BAD_NAME'],
  ['a published port that is none', { image: 'x', publish: '65536' }, 'BAD_NUMBER'],
  ['to publish what is no container', { command: 'x', publish: '1' }, 'NO_IMAGE'],
  ['to keep what is no container', { url: 'http://h', keep: true }, 'NO_IMAGE'],
  ['an empty command', { command: ' ' }, 'EMPTY_COMMAND'],
  ['a port of what Assay does not start', { url: 'http://h', port: '1' }, 'NO_COMMAND'],
  ['an environment of what Assay does not start', { env: ['A=1'] }, 'NO_COMMAND'],
  ['a port that is none', { command: 'x', port: '0' }, 'BAD_NUMBER'],
  ['a URL that is none', { url: 'localhost:8000' }, 'BAD_URL'],
  ['a URL with a password', { url: 'http://me:pw@h' }, 'BAD_URL'],
  ['a variable that is not set', { command: 'x', env: ['NOT_SET'] }, 'BAD_ENV'],
  ['a variable without a name', { command: 'x', env: ['=1'] }, 'BAD_ENV'],
  ['a path without a slash', { endpoint: 'a2a' }, 'BAD_PATH'],
  ['a header without a name', { header: ['Bearer x'] }, 'BAD_HEADER'],
  ['a claim that is none', { claims: 'filez' }, 'UNKNOWN_CLAIM'],
  ['no trials', { trials: '0' }, 'BAD_NUMBER'],
])('refuses %s', (_what, flags, code) => {
  expect(() => subject(flags)).toThrow(expect.objectContaining({ code, exitCode: 3 }));
});
