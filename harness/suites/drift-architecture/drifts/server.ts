import type { ArchitectureDrift } from './drift.ts';

import { LAYER_DRIFTS } from './server-layers.ts';
import { ORIGIN_DRIFTS } from './server-origins.ts';
import { REACH_DRIFTS } from './server-reach.ts';
import { REVISION_DRIFTS } from './server-revisions.ts';
import { SHAPE_DRIFTS } from './server-shapes.ts';
import { START_DRIFTS } from './server-starts.ts';

/** Every drift of the Go workspace-server. */
export const SERVER_DRIFTS: readonly ArchitectureDrift[] = [
  ...LAYER_DRIFTS,
  ...START_DRIFTS,
  ...ORIGIN_DRIFTS,
  ...REACH_DRIFTS,
  ...REVISION_DRIFTS,
  ...SHAPE_DRIFTS,
];
