import { hostname } from 'node:os';
import { identify } from '../process/identity.ts';

/** Labels of every container and network that we make: whose they are, so that leftovers can be told and removed. */
export const LABEL = {
  world: 'dev.assay.world',
  directory: 'dev.assay.directory',
  host: 'dev.assay.host',
  supervisor: 'dev.assay.supervisor',
} as const;

/** What a container's labels say of its world. */
interface Labelled {
  readonly ledger: { readonly id: string; readonly directory: string };
}

/** The variables of `compose.yaml` that become labels. */
export function labelVariables({ ledger }: Labelled): Readonly<Record<string, string>> {
  return {
    ASSAY_WORLD: ledger.id,
    ASSAY_DIRECTORY: ledger.directory,
    ASSAY_HOST: hostname(),
    ASSAY_SUPERVISOR: `${process.pid}:${identify(process.pid)?.startTicks ?? 0}`,
  };
}

/** Name of a world as compose knows it. */
export function projectOf(worldId: string): string {
  return `assay-${worldId}`;
}
