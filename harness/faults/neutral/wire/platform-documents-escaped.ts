import type { Neutral } from '../../fault.ts';
import { platformWrites } from '../documents.ts';
import { beforePlatform } from '../hops.ts';

export const platformDocumentsEscaped: Neutral = {
  id: 'N-platform-documents-escaped',
  title: 'the platform escapes what JSON lets it escape in its own documents',
  plant: beforePlatform({ reply: platformWrites({ escaped: true }) }),
};
