/**
 * Replaces what a service does at one of its seams. Call it at the top of a file in `plants/`: the file is preloaded
 * into the service, before the service reads its seams. `change` gets the original and gives the replacement.
 */
export function plant<T>(seam: string, change: (original: T) => unknown): void {
  const key = Symbol.for('assay.seams');
  const registry: Record<string, unknown> = Reflect.get(globalThis, key) ?? {};
  Reflect.set(globalThis, key, { ...registry, [seam]: change });
}
