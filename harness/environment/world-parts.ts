import type { ControlPlane } from './services/peers.ts';
import type { BootedSubject } from './subjects/booted-subject.ts';
import type { WorldDescription } from './world.ts';

/** What a world consists of, whichever engine booted it. */
export interface WorldParts {
  readonly controlPlane: ControlPlane;
  readonly runtimes: WorldDescription['runtimes'];
  readonly booted: BootedSubject;
}
