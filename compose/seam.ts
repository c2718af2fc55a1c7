import type { Seams } from './seams.ts';

type Behaviour = (...given: never) => unknown;

/**
 * A named place where a service's behaviour can be replaced from outside, before it starts: whoever preloads a
 * module may put overrides into the registry under `Symbol.for('assay.seams')`, by the names in `Seams`. An override
 * gets the original and gives what stands there instead: a function always, so that its calls can be counted.
 */
export function seam<T extends Behaviour>(name: keyof Seams, original: T): T {
  const registry: Readonly<Record<string, (original: T) => T>> | undefined = Reflect.get(
    globalThis,
    Symbol.for('assay.seams'),
  );
  const override = registry?.[name];
  return override ? override(original) : original;
}
