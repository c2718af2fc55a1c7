/** A JSON Schema node, or any JSON inside one. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Schema = Readonly<Record<string, Json>>;

/** Definitions of one protocol version by name. */
export type Definitions = Readonly<Record<string, Schema>>;

/** A reference to another definition of the same file. */
export const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });

/** An object schema from its members; names that end in `?` are optional, unknown members are allowed. */
export function object(members: Readonly<Record<string, Schema>>): Schema {
  const entries = Object.entries(members).map(([name, schema]) => ({
    name: name.replace(/\?$/, ''),
    optional: name.endsWith('?'),
    schema,
  }));
  const required = entries.filter((entry) => !entry.optional).map((entry) => entry.name);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(({ name, schema }) => [name, schema])),
    ...(required.length > 0 && { required }),
  };
}

/** One of several schemas, written as briefly as JSON Schema allows. */
export function anyOf(options: readonly Schema[]): Schema {
  const [first, ...others] = options;
  if (first !== undefined && others.length === 0) return first;
  if (options.every((option) => typeof option.const === 'string'))
    return { type: 'string', enum: options.map((option) => option.const ?? null) };
  if (options.every((option) => Object.keys(option).join() === 'type' && typeof option.type === 'string'))
    return { type: options.map((option) => option.type ?? null) };
  return { anyOf: [...options] };
}
