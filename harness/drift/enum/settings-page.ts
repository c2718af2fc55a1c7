/** What a page about settings shows of a part of their JSON Schema. */
interface Part {
  readonly description?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly items?: Part;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Part>>;
}

/** The keys of a schema as rows of a Markdown table, each with its path, form, default and meaning. */
export function keyTable(schema: object): string {
  const rows = keysOf(schema as Part, '').map((cells) => `| ${cells.join(' | ')} |`);
  return ['| key | form | default | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function keysOf({ properties = {}, required = [] }: Part, above: string): readonly (readonly string[])[] {
  return Object.entries(properties).flatMap(([name, part]) => {
    const path = `${above}${name}`;
    const { description = '' } = part;
    const row = [`\`${path}\``, formOf(part), defaultOf(part, required.includes(name)), description];
    return [row, ...keysOf(part, `${path}.`), ...(part.items ? keysOf(part.items, `${path}[].`) : [])];
  });
}

function formOf({ type, const: only, enum: values, items }: Part): string {
  if (only !== undefined) return `\`${only}\``;
  if (values) return values.map((value) => `\`${value}\``).join(', ');
  return type === 'array' ? `list of ${items?.properties ? 'objects' : 'texts'}` : (type ?? '');
}

function defaultOf({ default: value }: Part, isRequired: boolean): string {
  if (isRequired) return 'required';
  const isSaid = value !== undefined && (typeof value !== 'object' || Array.isArray(value));
  if (!isSaid) return '';
  return `\`${JSON.stringify(value)}\``;
}
