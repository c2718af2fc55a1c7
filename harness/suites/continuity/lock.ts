/** Lets many share a runtime, and one have it to itself. */
export interface Lock {
  shared<T>(work: () => Promise<T>): Promise<T>;
  alone<T>(work: () => Promise<T>): Promise<T>;
}

const locks = new Map<string, Lock>();

/** The lock of the runtime at an address, the same for everybody in this process: restarting it ends all that is said. */
export function lockOf(address: string): Lock {
  const known = locks.get(address);
  if (known) return known;
  const lock = createLock();
  locks.set(address, lock);
  return lock;
}

/** Whoever asks first is served first, so that none waits for ever. */
function createLock(): Lock {
  const sharing = new Set<Promise<unknown>>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    shared: (work) => {
      const mine = last.then(work);
      const end = settled(mine);
      sharing.add(end);
      void end.then(() => sharing.delete(end));
      return mine;
    },
    alone: (work) => {
      const before = [last, ...sharing];
      const mine = Promise.all(before).then(work);
      last = settled(mine);
      return mine;
    },
  };
}

function settled(work: Promise<unknown>): Promise<unknown> {
  return work.catch(() => undefined);
}
