import type { ControlPlane } from './services/peers.ts';
import type { CanaryEndpoint, ControlledEndpoint, PlatformEndpoint, WorldDescription } from './world.ts';

/** What a world consists of, whichever engine booted it. */
export interface WorldParts {
  readonly controlPlane?: ControlPlane;
  readonly runtimes: WorldDescription['runtimes'];
  readonly desktop?: ControlledEndpoint;
  readonly booted: BootedSubject;
  readonly canary?: BootedCanary;
}

/** What booting a subject gives to the world. */
export interface BootedSubject {
  readonly platform?: PlatformEndpoint;
  readonly database?: { readonly url: string };
  readonly digest?: string;
  /** Where one that runs elsewhere has answered. */
  readonly answersAt?: readonly string[];
}

/** A booted runtime for conversations, and what is known of the subject where that is it. */
export interface BootedCanary {
  readonly endpoint: CanaryEndpoint;
  readonly subject?: Pick<BootedSubject, 'digest' | 'answersAt'>;
}

/** Those of a world that was booted without any. */
export const NO_RUNTIMES = {} as WorldDescription['runtimes'];
