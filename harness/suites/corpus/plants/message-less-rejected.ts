import { plant } from '../../../faults/plant.ts';

interface Normalised {
  readonly payload?: { readonly params?: { readonly message?: unknown } | null };
}

const refused = {
  status: 400,
  body: { error: "params.message must contain either 'parts' (v0.3) or 'content' (v0.2 compat)", hint: '' },
};

plant('platform.normalise', (normalise: (...given: unknown[]) => Normalised) => (...given: unknown[]) => {
  const normalised = normalise(...given);
  const isMessageLess = normalised.payload && typeof normalised.payload.params?.message !== 'object';
  return isMessageLess ? { refused } : normalised;
});
