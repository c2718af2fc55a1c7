import type { ControlPlane } from './services/peers.ts';
import type { PlatformEndpoint, WorldDescription } from './world.ts';

/** What a world consists of, whichever engine booted it. */
export interface WorldParts {
  readonly controlPlane?: ControlPlane;
  readonly runtimes: WorldDescription['runtimes'];
  readonly booted: BootedSubject;
}

/** What booting a subject gives to the world. */
export interface BootedSubject {
  readonly platform?: PlatformEndpoint;
  readonly database?: { readonly url: string };
  readonly digest?: string;
  /** Where one that runs elsewhere has answered. */
  readonly answersAt?: readonly string[];
}

/** Those of a world that was booted without any. */
export const NO_RUNTIMES = {} as WorldDescription['runtimes'];
