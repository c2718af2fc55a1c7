import { hostname } from 'node:os';
import { identify } from '../process/identity.ts';

/** Labels of every container and network that we make: whose they are, so that leftovers can be told and removed. */
export const LABEL = {
  world: 'dev.assay.world',
  directory: 'dev.assay.directory',
  host: 'dev.assay.host',
  supervisor: 'dev.assay.supervisor',
  /** On the container of a runtime: the name that it was given. */
  canary: 'dev.assay.canary',
} as const;

/** What a container's labels say of its world. */
interface Labelled {
  readonly ledger: { readonly id: string; readonly directory: string };
}

/** The labels themselves. */
export function labelsOf({ ledger }: Labelled) {
  return {
    [LABEL.world]: ledger.id,
    [LABEL.directory]: ledger.directory,
    [LABEL.host]: hostname(),
    [LABEL.supervisor]: `${process.pid}:${identify(process.pid)?.startTicks ?? 0}`,
  };
}

/** The variables of `compose.yaml` that become labels. */
export function labelVariables(labelled: Labelled): Readonly<Record<string, string>> {
  const labels = labelsOf(labelled);
  return {
    ASSAY_WORLD: labels[LABEL.world],
    ASSAY_DIRECTORY: labels[LABEL.directory],
    ASSAY_HOST: labels[LABEL.host],
    ASSAY_SUPERVISOR: labels[LABEL.supervisor],
  };
}

/** Name of a world as compose knows it. */
export function projectOf(worldId: string): string {
  return `assay-${worldId}`;
}
