import type { Listener, Tools } from '../language/index.ts';

/** The listener of a canvas; ends in a failed check where nobody may listen. */
export async function listen({ events, expect }: Tools): Promise<Listener> {
  const heard = await events.socket();
  if (!('refused' in heard)) return heard;
  expect.value('the socket opens', heard.refused, 101, 'C.4');
  return {
    ...{ events: [], lines: [] },
    until: async () => undefined,
    namesOf: () => [],
    quiet: async () => undefined,
  };
}
