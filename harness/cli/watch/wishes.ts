import { type Key, listenToKeys } from './keys.ts';
import { type WatchedPaths, watchPaths } from './paths.ts';

/** What whoever sits in front of it wants to see again: what changed files touch, or everything. */
export interface Wish {
  /** Absolute paths. */
  readonly changed: readonly string[];
  readonly wantsAll: boolean;
}

/** Wishes are gathered from the first moment on, also while nobody asks for the next one. */
export interface Wishes extends Disposable {
  /** The next one, once the files have been quiet for a moment; nothing when it is to end. Rejects when no longer all is watched. */
  next(): Promise<Wish | undefined>;
  /** Aborted as soon as it is to end. */
  readonly leaving: AbortSignal;
}

/** Where wishes come from. */
export interface WishOrder {
  readonly paths: WatchedPaths;
  readonly input: NodeJS.ReadStream;
  /** Ends it from outside, as Ctrl-C does. */
  readonly signal: AbortSignal;
}

/** Formatters and `git checkout` write several files in a row. */
const QUIET_MS = 100;

/** Starts to watch files and to listen to keys; disposing ends both. */
export function openWishes({ paths, input, signal }: WishOrder): Wishes {
  const left = new AbortController();
  const leaving = AbortSignal.any([signal, left.signal]);
  const changed = new Set<string>();
  let wantsAll = false;
  let fault: unknown;
  let isQuiet = true;
  let timer: NodeJS.Timeout | undefined;
  let wake = (): void => undefined;
  const isRipe = () => leaving.aborted || wantsAll || (isQuiet && changed.size > 0);
  const onChange = (path: string) => {
    changed.add(path);
    isQuiet = false;
    clearTimeout(timer);
    timer = setTimeout(() => {
      isQuiet = true;
      wake();
    }, QUIET_MS);
  };
  const onKey = (key: Key) => {
    if (key === 'ctrl-c') process.kill(process.pid, 'SIGINT');
    if (key === 'q') left.abort();
    if (key === 'enter') wantsAll = true;
    wake();
  };
  leaving.addEventListener('abort', () => wake());
  const onError = (error: unknown) => {
    fault = error;
    left.abort();
  };
  const watching = watchPaths(paths, onChange, onError);
  const listening = listenToKeys(input, onKey);
  return {
    leaving,
    next: async () => {
      while (!isRipe()) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (fault !== undefined) throw fault;
      if (leaving.aborted) return undefined;
      const wish = { changed: [...changed], wantsAll };
      changed.clear();
      wantsAll = false;
      return wish;
    },
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      listening[Symbol.dispose]();
      watching[Symbol.dispose]();
    },
  };
}
