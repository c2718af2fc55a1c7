import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inProject } from '../support/paths.ts';
import type { Delivered, DeliveredLater, Entry, Rewrite, Step } from './entry.ts';
import { expectationsOf } from './expectation.ts';
import { loadCorpus } from './load.ts';
import { filledPayload } from './payload.ts';

const { entries } = await loadCorpus(inProject('corpus'));
const steps = entries.flatMap((entry) => entry.steps.map((step) => ({ entry, step })));

it('gives every case an id of its own', () => {
  const ids = entries.flatMap(({ id, runtimes }) => runtimes.map((runtime) => `${id}@${runtime}`));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain('hg-content-string@strict');
});

it('allows no rewrite that would change nothing', () => {
  const idle = steps.flatMap(({ entry, step }) =>
    deliveries(step).flatMap(({ rewrites }) =>
      rewrites.filter((rewrite) => isIdle(rewrite, step)).map(() => entry.id),
    ),
  );
  expect(idle).toEqual([]);
});

it('lets only the platform rewrite: what goes straight to a runtime arrives as it was sent', () => {
  const rewritten = steps.filter(
    ({ entry, step }) =>
      entry.route === 'direct' && deliveries(step).some(({ rewrites }) => rewrites.length > 0),
  );
  expect(rewritten.map(({ entry }) => entry.id)).toEqual([]);
});

it('lets nobody but a runtime refuse what goes straight to a runtime', () => {
  const refused = steps.filter(({ entry, step }) => entry.route === 'direct' && byPlatform(step));
  expect(refused.map(({ entry }) => entry.id)).toEqual([]);
});

it('uses the very words of the contract for what the platform refuses', () => {
  const causes = new Set(
    steps.flatMap(({ step }) =>
      expectationsOf(step).flatMap((one) =>
        one.outcome === 'rejected' && one.by === 'platform' ? [one.cause] : [],
      ),
    ),
  );
  expect([...causes].sort()).toEqual([
    'failed to reach workspace agent',
    'invalid JSON',
    'invalid caller auth token',
    'invalid params.message.content type',
    'missing caller auth token',
    "params.message must contain either 'parts' (v0.3) or 'content' (v0.2 compat)",
  ]);
});

it('asks each runtime only for expectations that one of its cases can have', () => {
  const unused = steps.filter(({ entry, step }) => step.variants.some(({ when }) => !canMatch(entry, when)));
  expect(unused.map(({ entry }) => entry.id)).toEqual([]);
});

it('keeps the payloads that show line endings and odd bytes out of the reach of git', () => {
  expect(readFileSync(inProject('corpus/.gitattributes'), 'utf8')).toMatch(/^\*\.body -text/m);
});

function deliveries(step: Step): readonly (Delivered | DeliveredLater)[] {
  return expectationsOf(step).filter((one): one is Delivered | DeliveredLater => 'rewrites' in one);
}

function byPlatform(step: Step): boolean {
  return expectationsOf(step).some((one) => one.outcome === 'rejected' && one.by === 'platform');
}

function isIdle(rewrite: Rewrite, step: Step): boolean {
  const sent = at(JSON.parse(filledPayload(step).toString()), rewrite.path);
  if ('remove' in rewrite) return sent === undefined;
  if ('set' in rewrite) return JSON.stringify(sent) === JSON.stringify(rewrite.set);
  return sent !== undefined;
}

function at(document: unknown, path: string): unknown {
  const keys = path.split('/').slice(1);
  return keys.reduce(
    (value, key) => (value === undefined ? undefined : Reflect.get(Object(value), key)),
    document,
  );
}

function canMatch({ runtimes, revisions }: Entry, when: Step['variants'][number]['when']): boolean {
  const runtime = when.runtimes?.some((one) => runtimes.includes(one)) ?? true;
  return runtime && (when.revisions?.some((one) => revisions.includes(one)) ?? true);
}
