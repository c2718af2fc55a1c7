import { RUNTIMES, type RuntimeId } from '../../corpus/entry.ts';
import type { OwnService, WorldPart } from '../boot-options.ts';
import type { Stage } from '../process/service.ts';

/** A service of `compose.yaml`; `prefix` begins its variables there. */
export interface ComposeService {
  readonly name: string;
  readonly stage: Stage;
  readonly own?: OwnService;
  readonly line?: RuntimeId;
  readonly prefix: string;
}

/** The services of the parts that are wanted. */
export function servicesOf(parts: ReadonlySet<WorldPart>): readonly ComposeService[] {
  return [
    ...(parts.has('database') ? [DATABASE] : []),
    ...(parts.has('control-plane') ? [CONTROL_PLANE] : []),
    ...(parts.has('runtimes') ? RUNTIMES.map(runtimeService) : []),
    ...(parts.has('platform') ? [PLATFORM] : []),
  ];
}

export const DATABASE = { name: 'postgres', stage: 'storage', prefix: 'ASSAY_DATABASE' } as const;
export const CONTROL_PLANE = {
  name: 'cp-simulator',
  stage: 'peer',
  own: 'cp-simulator',
  prefix: 'ASSAY_CP_SIMULATOR',
} as const;
export const PLATFORM = {
  name: 'platform',
  stage: 'platform',
  own: 'platform',
  prefix: 'ASSAY_PLATFORM',
} as const;

/** Holds the network that all others share, and does nothing else. */
export const LOOPBACK = { name: 'loopback', stage: 'storage', prefix: 'ASSAY_LOOPBACK' } as const;

/** The echo runtime of one line. */
export function runtimeService(line: RuntimeId) {
  const prefix = `ASSAY_${line.toUpperCase().replace('.', '_')}`;
  return { name: `echo-runtime-${line}`, stage: 'peer', own: 'echo-runtime', line, prefix } as const;
}
