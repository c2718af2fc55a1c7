/** Awaits all parts, also after one has failed, so that nobody works on behind our back; the first error is thrown. */
export async function settleTogether<T extends readonly unknown[]>(
  abort: AbortController,
  parts: { readonly [K in keyof T]: Promise<T[K]> },
): Promise<T> {
  try {
    return (await Promise.all(parts)) as unknown as T;
  } catch (error) {
    abort.abort(error);
    await Promise.allSettled(parts);
    throw error;
  }
}
