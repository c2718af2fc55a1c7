import type { ControlPlane } from '../services/peers.ts';
import type { PreparedCluster } from '../services/postgres/prepare.ts';

/** What is made for a subject while it is waiting: the control plane, and a database cluster if it wants one. */
export interface Provisions {
  readonly controlPlane: Promise<ControlPlane>;
  readonly cluster: Promise<PreparedCluster | undefined>;
}

/** What booting a subject gives to the world. */
export interface BootedSubject {
  readonly platform?: { readonly url: string; readonly adminToken: string; readonly logFile?: string };
  readonly database?: { readonly url: string };
  readonly digest?: string;
}
