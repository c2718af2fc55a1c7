import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, plantSeams } from './plant.ts';
import { openSwitch, readSwitch, switchFileOf, switchName } from './switch.ts';

const REGISTRY = Symbol.for('assay.seams');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-switch-'));
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, REGISTRY);
  rmSync(folder, { recursive: true });
});

test('a switch says what was set last, and nothing at first', () => {
  const file = join(folder, 'planted');
  using planted = openSwitch(file);
  const active = readSwitch(file);
  expect(active()).toBe('');
  for (const id of ['M108', 'P-message-id-regenerated', 'M1', '']) {
    planted.set(id);
    expect(active()).toBe(id);
  }
});

test('a switch is a file of its own', () => {
  using _first = openSwitch(join(folder, 'planted'));
  expect(() => openSwitch(join(folder, 'planted'))).toThrow('EEXIST');
});

test('an environment names the file of a switch, or one thing to plant', () => {
  expect(switchFileOf(switchName('/tmp/planted'))).toBe('/tmp/planted');
  expect(switchFileOf('M108')).toBeUndefined();
});

test('of several plants the one that is switched on stands at its seams, and it alone is hit', () => {
  let active = '';
  const hits: string[] = [];
  const plants = new Map([
    ['refuses', [at('platform.parseBearer', () => () => 'nobody')]],
    ['shouts', [at('platform.parseBearer', (parse) => (header) => parse(header)?.toUpperCase())]],
  ]);
  plantSeams(
    plants,
    () => active,
    (id) => hits.push(id),
  );
  const parse = standingAt('platform.parseBearer', (header) => header);
  const answers = ['', 'refuses', 'shouts', '', 'no-such'].map((id) => {
    active = id;
    return parse('abc');
  });
  expect(answers).toEqual(['abc', 'nobody', 'ABC', 'abc', 'abc']);
  expect(hits).toEqual(['refuses', 'shouts']);
});

test('what a plant keeps from call to call stays its own', () => {
  let active = 'counts';
  const counts = at('platform.parseBearer', () => {
    let calls = 0;
    return () => {
      calls += 1;
      return `${calls}`;
    };
  });
  plantSeams(
    new Map([
      ['counts', [counts]],
      ['counts too', [counts]],
    ]),
    () => active,
    () => undefined,
  );
  const parse = standingAt('platform.parseBearer', (header) => header);
  expect([parse('x'), parse('x')]).toEqual(['1', '2']);
  active = 'counts too';
  expect(parse('x')).toBe('1');
});

test('what a plant keeps at one seam is there at another that is called before', () => {
  let kept: unknown;
  const keeping = at('platform.parseBearer', (parse) => {
    kept = parse('kept');
    return parse;
  });
  const telling = at('platform.deleteWorkspace', () => (() => kept) as never);
  plantSeams(
    new Map([['both', [keeping, telling]]]),
    () => 'both',
    () => undefined,
  );
  standingAt('platform.parseBearer', (header) => header);
  const tell = standingAt('platform.deleteWorkspace', () => 'nothing');
  expect(tell('x')).toBe('kept');
});

/** What a service that starts now gets in the place of a function of its own. */
function standingAt(name: string, original: (given: string) => unknown): (given: string) => unknown {
  return Reflect.get(globalThis, REGISTRY)[name](original);
}
