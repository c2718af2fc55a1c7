import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EnvironmentError } from '../support/errors.ts';
import { bootWorld } from './boot.ts';
import type { BootOptions } from './boot-options.ts';
import { fixture, rejection, smallWorld, standIns, testRegistry } from './testing.ts';

test('a service that ends at boot is named with its exit code and its last fifty lines', async () => {
  const error = await failureOf({ entries: { ...standIns, 'cp-simulator': fixture('dies-with-code.mjs') } });
  expect(error).toMatchObject({ code: 'SERVICE_DIED', exitCode: 2 });
  expect(error.message).toContain('cp-simulator ended at boot with exit code 7');
  expect(error.details[0]).toBe('Its last 50 lines:');
  expect(error.details.at(-1)).toBe('cannot go on');
  expect(error.details).toHaveLength(51);
});

test('the lines of a dead service are quoted without the credentials of its world', async () => {
  const error = await failureOf({ entries: { ...standIns, 'cp-simulator': fixture('tells-its-token.mjs') } });
  expect(error.details.at(-1)).toMatch(/^my token is redacted:[0-9a-f]{12}$/);
});

test('a service that crashes at boot is named with the signal', async () => {
  const error = await failureOf({ entries: { ...standIns, platform: fixture('dies-by-signal.mjs') } });
  expect(error.message).toContain('platform ended at boot with signal SIGABRT');
  expect(error.details).toEqual(['It wrote nothing.']);
});

test('a service that never gets ready is named with the probe, its last answer and its lines', async () => {
  const silent = fixture('never-listens.mjs');
  const entries = { 'echo-runtime': silent, 'cp-simulator': silent };
  const error = await failureOf({ entries, deadlineMs: 1500 });
  expect(error.code).toBe('SERVICE_NOT_READY');
  expect(error.message).toMatch(
    /(echo-runtime-strict|cp-simulator) was not ready within 1500 ms; GET \/health came to: nothing/,
  );
  expect(error.details).toContain('still thinking');
});

test('one failure ends the boot at once, also while another service keeps its prober waiting', async () => {
  const entries = { 'cp-simulator': fixture('dies-late.mjs'), 'echo-runtime': fixture('never-answers.mjs') };
  const error = await failureOf({ entries, deadlineMs: 60_000 });
  expect(error.code).toBe('SERVICE_DIED');
});

test('a source that does not parse is named with the place', async () => {
  const error = await failureOf({ entries: { ...standIns, platform: fixture('does-not-parse.ts') } });
  expect(error.code).toBe('BUNDLE_FAILED');
  expect(error.details.join('\n')).toContain('does-not-parse.ts:1');
});

async function failureOf(changes: Partial<BootOptions>): Promise<EnvironmentError> {
  await using registry = testRegistry();
  const error = await rejection(bootWorld({ ...(await smallWorld(registry.directory)), ...changes }));
  expect(readdirSync(join(registry.directory, 'worlds'))).toEqual([]);
  expect(error).toBeInstanceOf(EnvironmentError);
  return error as EnvironmentError;
}
