import { startAlwaysInternalError } from './always-internal-error.ts';
import { startCardThenEmpty } from './card-then-empty.ts';
import { startDropsSocket } from './drops-socket.ts';
import { startEmptyObject } from './empty-object.ts';
import type { Endpoint } from './endpoint.ts';
import type { Broken, BrokenKind } from './kind.ts';
import { startNothingListens } from './nothing-listens.ts';

export { BROKEN_KINDS, BROKEN_WORDS, type Broken, type BrokenKind } from './kind.ts';

/** Starts one broken subject on a free loopback port. */
export async function startBroken(kind: BrokenKind): Promise<Broken> {
  const { url, close } = await STARTERS[kind]();
  return { kind, url, close, [Symbol.asyncDispose]: close };
}

const STARTERS: Readonly<Record<BrokenKind, () => Promise<Endpoint>>> = {
  'nothing-listens': startNothingListens,
  'empty-object': startEmptyObject,
  'card-then-empty': startCardThenEmpty,
  'always-internal-error': startAlwaysInternalError,
  'drops-socket': startDropsSocket,
};
