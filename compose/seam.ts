type Override = (original: never) => unknown;

/**
 * A named place where a service's behaviour can be replaced from outside, before it starts: whoever preloads a
 * module may put overrides into the registry under `Symbol.for('assay.seams')`. Without one the original is used.
 */
export function seam<T>(name: string, original: T): T {
  const registry: Record<string, Override> | undefined = Reflect.get(globalThis, Symbol.for('assay.seams'));
  const override = registry?.[name] as ((original: T) => T) | undefined;
  return override ? override(original) : original;
}
