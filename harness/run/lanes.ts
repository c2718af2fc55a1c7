/**
 * Works on items in order, `lanes` at a time; after an abort no new one is begun. Work that only waits from some moment
 * on frees its lane for the next item. Results keep the items' order.
 */
export async function inLanes<T, R>(
  items: readonly T[],
  lanes: number,
  signal: AbortSignal,
  work: (item: T, free: () => void) => Promise<R>,
): Promise<readonly R[]> {
  const results: Promise<R>[] = [];
  const queue = items.entries();
  const lane = async () => {
    for (const [index, item] of queue) {
      if (signal.aborted) return;
      await new Promise<void>((free, fail) => {
        const working = work(item, free);
        results[index] = working;
        working.then(() => free(), fail);
      });
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, lanes) }, lane));
  return Promise.all(results);
}
