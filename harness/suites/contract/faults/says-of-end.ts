import { at } from '../../../faults/plant.ts';
import { onPlatform } from './on-platform.ts';

/** A history that always says the same of whether more may follow. */
export function saysOfEnd(reached_end: boolean) {
  return onPlatform(
    at('platform.chatHistory', (read) => async (...given) => {
      const outcome = await read(...given);
      return 'refused' in outcome ? outcome : { ...outcome, body: { ...Object(outcome.body), reached_end } };
    }),
  );
}
