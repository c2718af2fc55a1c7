import { CANVAS_DRIFTS } from './canvas.ts';
import type { ArchitectureDrift } from './drift.ts';
import { MODULE_DRIFTS } from './module-origins.ts';
import { OWN_DRIFTS } from './own.ts';
import { RUNTIME_DRIFTS } from './runtime.ts';
import { SERVER_DRIFTS } from './server.ts';

/** Every drift that can be planted into the clean trees of the shipped rule packs. */
export const ARCHITECTURE_DRIFTS: readonly ArchitectureDrift[] = [
  ...SERVER_DRIFTS,
  ...RUNTIME_DRIFTS,
  ...CANVAS_DRIFTS,
  ...MODULE_DRIFTS,
  ...OWN_DRIFTS,
];
