import { freshNonce } from '../wire/nonce.ts';

/** Makes nonces of 24 bytes fast: a random beginning for the whole run, then a counter. */
export function nonceSequence(): () => string {
  const prefix = freshNonce().slice(0, 'ASSAY-'.length + 9);
  let count = 0;
  return () => {
    count += 1;
    return prefix + count.toString(36).padStart(9, '0');
  };
}
