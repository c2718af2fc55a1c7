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
  touches: ({ facets }) =>
    facets.expected === 'rejected-by-platform' && /^hg-(neither|content-)/.test(facets.entry ?? ''),
};

type Refusal = { readonly refused: { readonly body: unknown } } | undefined;

function withOtherHint<Message>(refuse: (message: Message) => Refusal) {
  return (message: Message) => {
    const refusal = refuse(message);
    if (!refusal) return undefined;
    const body = { ...Object(refusal.refused.body), hint: 'see https://example.invalid/a2a' };
    return { refused: { ...refusal.refused, body } };
  };
}
