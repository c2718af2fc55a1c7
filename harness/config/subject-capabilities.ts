/** What a subject can declare to have; a case that needs something undeclared is not applicable to it. */
export const CAPABILITIES = [
  'chat-history',
  'display',
  'control-plane',
  'docker-backend',
  'database',
  'clock',
  'events',
  'files',
  'delegation',
  'edge',
] as const;
export type Capability = (typeof CAPABILITIES)[number];
