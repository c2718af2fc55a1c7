import type { Broken, SubjectPlant } from '../fault.ts';
import { startAlwaysInternalError } from './always-internal-error.ts';
import { startCardThenEmpty } from './card-then-empty.ts';
import { startDropsSocket } from './drops-socket.ts';
import { startEmptyObject } from './empty-object.ts';
import type { Endpoint } from './endpoint.ts';
import { startNothingListens } from './nothing-listens.ts';

interface BrokenSubject extends Broken {
  readonly plant: SubjectPlant;
}

/** The ways in which what listens (or does not) can be worthless; a case that passes against one of them proves nothing. */
export const BROKEN_SUBJECTS: readonly BrokenSubject[] = [
  broken('nothing-listens', 'nothing listens at its address', startNothingListens),
  broken('empty-object', 'answers everything with 200 and {}', startEmptyObject),
  broken(
    'card-then-empty',
    'has a sound agent card and health check, and answers everything else with 200 and {}',
    startCardThenEmpty,
  ),
  broken(
    'always-internal-error',
    'answers everything with 200 and JSON-RPC error -32603',
    startAlwaysInternalError,
  ),
  broken('drops-socket', 'reads each request and destroys the connection', startDropsSocket),
];

function broken(id: string, title: string, start: () => Promise<Endpoint>): BrokenSubject {
  return {
    ...{ id, title },
    plant: {
      kind: 'subject',
      start: async () => {
        const { url, close } = await start();
        return { url, [Symbol.asyncDispose]: close };
      },
    },
  };
}
