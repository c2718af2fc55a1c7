import type { Seams } from '../../../../compose/seams.ts';
import { at, type SeamChange } from '../../../faults/plant.ts';

type Call = Parameters<Seams['platform.dispatch']>[0];

/** The platform sends its requests to agents with other headers beside its own, or instead of them. */
export function sentWith(headersOf: (call: Call) => Readonly<Record<string, string>>): SeamChange {
  return at(
    'platform.dispatch',
    (dispatch) => (call) =>
      dispatch({
        ...call,
        platform: { ...call.platform, dialler: adding(call.platform.dialler, headersOf(call)) },
      }),
  );
}

type Dialler = Call['platform']['dialler'];

function adding(dialler: Dialler, headers: Readonly<Record<string, string>>): Dialler {
  const request: Dialler['request'] = (options: Parameters<Dialler['request']>[0]) =>
    dialler.request({ ...options, headers: { ...(options.headers as Record<string, string>), ...headers } });
  return new Proxy(dialler, { get: (of, name) => (name === 'request' ? request : Reflect.get(of, name)) });
}
