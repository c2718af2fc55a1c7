import type { FastifyBaseLogger } from 'fastify';
import type { Dispatcher } from 'undici';
import type { Background } from './background.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { ControlPlane } from './control-plane/client.ts';
import type { DrivenClock } from './driven-clock.ts';
import type { Broadcaster } from './events/broadcaster.ts';
import type { RuntimeState } from './registry/runtime-state.ts';
import type { Rules } from './rules.ts';
import type { Resolve } from './ssrf/target.ts';
import type { Database } from './store/database.ts';

/** Everything a route may use; built once at boot, handed down by argument. */
export interface Platform {
  readonly config: Config;
  /** Those of the configured revision. */
  readonly rules: Rules;
  readonly database: Database;
  readonly clock: Clock;
  /** The same clock where it can be put forward. */
  readonly driven: DrivenClock | undefined;
  readonly log: FastifyBaseLogger;
  readonly broadcaster: Broadcaster;
  readonly runtimeState: RuntimeState;
  readonly background: Background;
  readonly resolve: Resolve;
  /** Opens the connections to agents and sends the requests. */
  readonly dialler: Dispatcher;
  /** The container back end, absent when none is configured. */
  readonly controlPlane: ControlPlane | undefined;
  readonly newId: () => string;
  /** Aborted when the platform begins to end: what waits for a later moment gives up. */
  readonly ending: AbortSignal;
}
