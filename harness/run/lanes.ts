/** Works on items in order, `lanes` at a time; after an abort no new one is begun. Results keep the items' order. */
export async function inLanes<T, R>(
  items: readonly T[],
  lanes: number,
  signal: AbortSignal,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: { readonly index: number; readonly value: R }[] = [];
  const queue = items.entries();
  const lane = async () => {
    for (const [index, item] of queue) {
      if (signal.aborted) return;
      results.push({ index, value: await work(item) });
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, lanes) }, lane));
  return results.sort((a, b) => a.index - b.index).map(({ value }) => value);
}
