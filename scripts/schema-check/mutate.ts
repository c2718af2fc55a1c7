import fc from 'fast-check';

/** A changed copy of a document, and what was changed, in words. */
export interface Mutant {
  readonly change: string;
  readonly document: unknown;
}

/** Beyond this depth and this many places per document nothing is changed: big payloads only repeat themselves. */
const MAX_DEPTH = 12;
const MAX_PLACES = 120;

const REPLACEMENTS: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  99,
  '',
  'x',
  'text',
  [],
  [null],
  {},
  { kind: 'text' },
];

/** Every document that differs from `document` in one place: a member dropped, added, or of another type. */
export function singleMutants(document: unknown, maxDepth = MAX_DEPTH): Mutant[] {
  return placesOf(document, maxDepth).flatMap((path) => mutantsAt(document, path));
}

/** `count` documents that differ in two or three places, the same ones for the same seed. */
export function manyMutants(document: unknown, count: number, seed: number): Mutant[] {
  const choice = fc.tuple(fc.nat(), fc.nat());
  const plans = fc.sample(fc.array(choice, { minLength: 2, maxLength: 3 }), { numRuns: count, seed });
  return plans.map((plan) => plan.reduce<Mutant>(nextMutant, { change: '', document }));
}

function nextMutant(before: Mutant, [where, what]: readonly [number, number]): Mutant {
  const places = placesOf(before.document, MAX_DEPTH);
  const choices = mutantsAt(before.document, places[where % places.length] ?? []);
  const next = choices[what % choices.length] ?? before;
  return { change: [before.change, next.change].filter(Boolean).join(', '), document: next.document };
}

function mutantsAt(document: unknown, path: Path): Mutant[] {
  return [
    ...dropped(document, path),
    ...REPLACEMENTS.map((value) => ({
      change: `${pointerOf(path)} = ${JSON.stringify(value)}`,
      document: replaced(document, path, () => value),
    })),
    ...widened(document, path),
  ];
}

type Path = readonly (string | number)[];

function placesOf(document: unknown, maxDepth: number): Path[] {
  const places: Path[] = [];
  const visit = (node: unknown, path: Path) => {
    if (places.length >= MAX_PLACES || path.length > maxDepth) return;
    places.push(path);
    if (Array.isArray(node))
      node.forEach((item, index) => {
        visit(item, [...path, index]);
      });
    else if (isObject(node)) for (const [key, value] of Object.entries(node)) visit(value, [...path, key]);
  };
  visit(document, []);
  return places;
}

function dropped(document: unknown, path: Path): Mutant[] {
  const last = path.at(-1);
  if (typeof last !== 'string') return [];
  const without = replaced(document, path.slice(0, -1), (owner) =>
    isObject(owner) ? Object.fromEntries(Object.entries(owner).filter(([key]) => key !== last)) : owner,
  );
  return [{ change: `${pointerOf(path)} dropped`, document: without }];
}

function widened(document: unknown, path: Path): Mutant[] {
  const widen = (name: string, value: unknown) => ({
    change: `${pointerOf([...path, name])} added`,
    document: replaced(document, path, (owner) => (isObject(owner) ? { ...owner, [name]: value } : owner)),
  });
  const widenable = isObject(
    path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document),
  );
  return widenable ? [widen('unheardOf', 1), widen('message_id', 5), widen('kind', 'text')] : [];
}

function replaced(node: unknown, path: Path, change: (node: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(node);
  if (Array.isArray(node))
    return node.map((item, index) => (index === key ? replaced(item, rest, change) : item));
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [name, name === key ? replaced(value, rest, change) : value]),
  );
}

function isObject(node: unknown): node is Readonly<Record<string, unknown>> {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

function pointerOf(path: Path): string {
  return path.map((key) => `/${key}`).join('') || '/';
}
