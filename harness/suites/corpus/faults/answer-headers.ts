import type { Seams } from '../../../../compose/seams.ts';
import { at, type SeamChange } from '../../../faults/plant.ts';

type Call = Parameters<Seams['platform.dispatch']>[0];
type Given = Awaited<ReturnType<Call['platform']['dialler']['request']>>['headers'];

/** Of a connection or of one body. */
const NOT_OF_THE_ANSWER = /^(?:connection|content-.*|date|keep-alive|transfer-encoding)$/;

/** The platform tells the sender the headers of an agent's answer whose names `isPassed` holds for, where `isMeant`. */
export function answerHeadersPassed(
  isMeant: (call: Call) => boolean,
  isPassed: (name: string, status: number) => boolean = () => true,
): readonly SeamChange[] {
  const given = new WeakMap<Uint8Array, Given>();
  return [
    at('platform.dispatch', (dispatch) => async (call) => {
      if (!isMeant(call)) return dispatch(call);
      const { platform, headersOfLast } = listening(call.platform);
      const outcome = await dispatch({ ...call, platform });
      const headers = headersOfLast();
      if ('kind' in outcome && outcome.kind === 'answered' && headers) given.set(outcome.body, headers);
      return outcome;
    }),
    at('platform.mapResult', (map) => (status, body, rules) => {
      const reply = map(status, body, rules);
      const passed = Object.entries(given.get(body) ?? {}).filter(
        ([name]) => !NOT_OF_THE_ANSWER.test(name) && isPassed(name, status),
      );
      return { ...reply, headers: { ...reply.headers, ...Object.fromEntries(passed) } };
    }),
  ];
}

/** The platform with a dialler that remembers the headers which came last. */
function listening(platform: Call['platform']) {
  let headers: Given | undefined;
  const request = async (options: Parameters<typeof platform.dialler.request>[0]) => {
    const answer = await platform.dialler.request(options);
    headers = answer.headers;
    return answer;
  };
  const overheard: Call['platform'] = Object.create(platform, { dialler: { value: { request } } });
  return { platform: overheard, headersOfLast: () => headers };
}
