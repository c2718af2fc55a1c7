import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const hintsOtherwise: Neutral = {
  id: 'N-hints-otherwise',
  title: 'the platform words the hints of its refusals otherwise',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.contentType', withOtherHint), at('platform.requireParts', withOtherHint)],
  },
};

type Refusal = { readonly status: number; readonly body: unknown } | undefined;

function withOtherHint<Message>(refuse: (message: Message) => Refusal) {
  return (message: Message) => {
    const refusal = refuse(message);
    return (
      refusal && { ...refusal, body: { ...Object(refusal.body), hint: 'see https://example.invalid/a2a' } }
    );
  };
}
