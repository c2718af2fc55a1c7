import type { Exemplar } from './exemplars.ts';

/** The part of JSON Schema that our schema files use. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: SchemaNode;
}

type Definitions = Readonly<Record<string, SchemaNode>>;

/**
 * Sound documents for every definition, with every optional member present and every alternative taken once,
 * so that changing them in one place reaches each rule of the schema.
 */
export function examplesOf(definitions: Definitions): Exemplar[] {
  return Object.entries(definitions).flatMap(([definition, schema]) =>
    examples(schema, definitions).map((document) => ({ definition, document })),
  );
}

function examples(schema: SchemaNode, definitions: Definitions): unknown[] {
  const { $ref, anyOf, type } = schema;
  if ($ref !== undefined) return examples(definitions[$ref.replace('#/definitions/', '')] ?? {}, definitions);
  if (anyOf) return anyOf.flatMap((option) => examples(option, definitions));
  if ('const' in schema) return [schema.const];
  if (schema.enum) return [schema.enum[0]];
  if (typeof type !== 'string')
    return (type ?? ['boolean']).flatMap((one) => examples({ ...schema, type: one }, definitions));
  if (type === 'object') return objects(schema, definitions);
  if (type === 'array') return [examples(schema.items ?? {}, definitions)];
  return [scalar(type, schema.pattern)];
}

const STRINGS = ['text', '1', 'aGk=', '2026-01-02T03:04:05Z'];

function scalar(type: string, pattern: string | undefined): unknown {
  if (type === 'string') return STRINGS.find((text) => new RegExp(pattern ?? '').test(text));
  if (type === 'integer') return 1;
  return type === 'boolean' ? true : null;
}

/** One object with every member; then one more for each further alternative of a member. */
function objects(schema: SchemaNode, definitions: Definitions): unknown[] {
  const { properties = {}, additionalProperties, oneOf } = schema;
  if (additionalProperties)
    return examples(additionalProperties, definitions).map((value) => ({ key: value }));
  if (oneOf) return oneOf.flatMap(({ required }) => objects(alone(schema, required ?? []), definitions));
  const members = Object.entries(properties).map(
    ([name, member]) => [name, examples(member, definitions)] as const,
  );
  const full = Object.fromEntries(members.map(([name, [first]]) => [name, first]));
  return [
    full,
    ...members.flatMap(([name, [, ...others]]) => others.map((other) => ({ ...full, [name]: other }))),
  ];
}

/** The schema with only the chosen one of the members that exclude each other. */
function alone(schema: SchemaNode, chosen: readonly string[]): SchemaNode {
  const { oneOf = [], properties = {}, ...rest } = schema;
  const excluded = oneOf.flatMap(({ required }) => required ?? []).filter((name) => !chosen.includes(name));
  const left = Object.entries(properties).filter(([name]) => !excluded.includes(name));
  return { ...rest, properties: Object.fromEntries(left) };
}
