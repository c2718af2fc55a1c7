/** A mapping of a document that nobody has checked. */
export type Mapping = Readonly<Record<string, unknown>>;

/** The value as a mapping, if it is one. */
export function mappingOf(value: unknown): Mapping | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Mapping)
    : undefined;
}

/** The value as a list, if it is one. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** The value as a text: numbers and truth values of YAML are meant as the words that they are written with. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** One text or a list of texts, as a list; nothing when it is neither, or empty. */
export function textsOf(value: unknown): readonly string[] | undefined {
  const texts = (listOf(value) ?? [value]).map(textOf);
  return texts.length > 0 && texts.every((text) => text !== undefined) ? (texts as string[]) : undefined;
}
