import type { TakenItem } from '../conversation.ts';
import { differs, leftOut, lost, type Path, type Remark, refused, unknownKeys } from '../remark.ts';
import { type Taken, takenTogether, takesNothing } from '../taken.ts';
import { listOf, type Mapping, mappingOf, textOf } from '../values.ts';
import { takenOf } from './assertion.ts';

/** A test, which is a turn, and the conversation that it belongs to. */
export interface Test {
  readonly path: Path;
  readonly value: unknown;
  readonly test: Mapping;
  readonly conversation?: string;
}

/** What a configuration says for all of its tests. */
export interface Config {
  readonly defaultTest: Mapping;
  /** What the user says, with `{{variables}}`. */
  readonly prompt: string | undefined;
  readonly templates: Mapping;
}

const KEYS = [
  ...[
    'description',
    'vars',
    'assert',
    'metadata',
    'options',
    'threshold',
    'provider',
    'providers',
    'prompts',
  ],
  ...['assertScoringFunction', 'providerOutput'],
];

/** The names under which the words of the user usually go. */
const USUAL = ['message', 'question', 'input', 'query', 'prompt', 'user', 'text'];

/** A turn of a test, and what of it was not taken over. */
export function turnOf(
  { test, path, value }: Test,
  config: Config,
): { readonly item?: TakenItem; readonly remarks: readonly Remark[] } {
  if (!mappingOf(value))
    return { remarks: [refused(path, 'the test stands in another file, or is no mapping')] };
  const vars = { ...mappingOf(config.defaultTest.vars), ...mappingOf(test.vars) };
  const user = wordsOf(vars, config.prompt);
  const own = assertionsOf(test.assert, [...path, 'assert'], vars, config);
  const common = assertionsOf(config.defaultTest.assert, ['defaultTest', 'assert'], vars, config);
  const changed = transformOf(test, path, config);
  const { expect, remarks } = changed ? takesNothing(changed) : takenTogether([...common, ...own]);
  return {
    ...(user !== undefined && { item: { path, document: { user, expect } } }),
    remarks: [
      ...unknownKeys(test, path, KEYS),
      ...(user === undefined ? [refused([...path, 'vars'], MUTE)] : []),
      ...remarksOn(test, path),
      ...remarks,
    ],
  };
}

const MUTE = `which variable the user says cannot be told; leave it alone, or call it ${USUAL.slice(0, 3).join(', ')}`;

function wordsOf(vars: Mapping, prompt: string | undefined): string | undefined {
  if (prompt !== undefined) return rendered(prompt, vars);
  const texts = Object.entries(vars).filter(([, value]) => textOf(value) !== undefined);
  const usual = texts.filter(([name]) => USUAL.includes(name));
  const [only, ...more] = texts.length === 1 ? texts : usual;
  return only && more.length === 0 ? rendered(textOf(only[1]) ?? '', vars) : undefined;
}

/** A text with its variables filled in, which may name others; what is no plain variable is left as it is. */
function rendered(text: string, vars: Mapping, depth = 0): string {
  const next = text.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => textOf(vars[name]) ?? whole);
  return next === text || depth === MAX_DEPTH ? next : rendered(next, vars, depth + 1);
}

/** Variables that name each other would be filled in for ever. */
const MAX_DEPTH = 4;

function assertionsOf(value: unknown, path: Path, vars: Mapping, { templates }: Config): readonly Taken[] {
  const assertions = listOf(value);
  if (value !== undefined && !assertions) return [takesNothing(lost(path, 'it is no list'))];
  return (assertions ?? []).map((assertion, at) =>
    takenOf(assertion, [...path, at], { templates, render: (text) => rendered(text, vars) }),
  );
}

/** What is asserted of something else than the answer cannot be asked of the answer. */
function transformOf({ options }: Mapping, path: Path, { defaultTest }: Config): Remark | undefined {
  const { transform, postprocess = transform } = { ...mappingOf(defaultTest.options), ...mappingOf(options) };
  if (postprocess === undefined) return undefined;
  return refused(
    [...path, 'options'],
    'its assertions are about an answer that a program has changed before',
  );
}

function remarksOn(
  { threshold, provider, providers, assertScoringFunction }: Mapping,
  path: Path,
): readonly Remark[] {
  return [
    ...(threshold === undefined && assertScoringFunction === undefined
      ? []
      : [differs(path, 'all of its assertions have to hold, not a part of them')]),
    ...(provider === undefined && providers === undefined
      ? []
      : [leftOut(path, 'each turn is asked of the runtime that is judged, not of a provider of its own')]),
  ];
}
