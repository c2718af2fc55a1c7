import type { ControlPlane } from '../../services/peers.ts';
import type { PreparedCluster } from '../../services/postgres/prepare.ts';
import type { ControlledEndpoint } from '../../world.ts';

/** What is made for a subject while it is waiting: the control plane, a desktop, and a database cluster if it wants one. */
export interface Provisions {
  readonly controlPlane: Promise<ControlPlane | undefined>;
  readonly desktop: Promise<ControlledEndpoint | undefined>;
  readonly cluster: Promise<PreparedCluster | undefined>;
}
