import type { Neutral } from '../../fault.ts';
import { platformWrites } from '../documents.ts';
import { beforePlatform } from '../hops.ts';

export const platformDocumentsSpaced: Neutral = {
  id: 'N-platform-documents-spaced',
  title: 'the platform writes its own documents with white space, and their members in another order',
  plant: beforePlatform({ reply: platformWrites({ spaced: true, reversed: true }) }),
};
