/**
 * Works on items in order, `lanes` at a time; after an abort no new one is begun. Work that only waits from some moment
 * on frees its lane for the next item. Results keep the items' order.
 * Work that fails fails the whole, once all that was begun is over.
 */
export async function inLanes<T, R>(
  items: readonly T[],
  lanes: number,
  signal: AbortSignal,
  work: (item: T, free: () => void) => Promise<R>,
): Promise<readonly R[]> {
  const results: Promise<R>[] = [];
  const queue = items.entries();
  let hasFailed = false;
  const lane = async () => {
    for (const [index, item] of queue) {
      if (signal.aborted || hasFailed) return;
      await new Promise<void>((free, fail) => {
        const working = work(item, free);
        results[index] = working;
        working.then(
          () => free(),
          (error) => {
            hasFailed = true;
            fail(error);
          },
        );
      });
    }
  };
  await Promise.allSettled(Array.from({ length: Math.max(1, lanes) }, lane));
  await Promise.allSettled(results);
  return Promise.all(results);
}
