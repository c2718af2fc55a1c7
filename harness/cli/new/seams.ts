import { readFile } from 'node:fs/promises';
import type { OwnService } from '../../environment/index.ts';
import type { Planted } from '../../faults/fault.ts';
import { UsageError } from '../../support/errors.ts';
import { didYouMean } from '../../support/nearest.ts';
import { inProject } from '../../support/paths.ts';

/** A seam, and the service that it belongs to. */
export interface SeamPlace {
  readonly seam: string;
  readonly service: OwnService;
}

const FILE = 'compose/seams.ts';
const SERVICES: Readonly<Record<string, OwnService>> = {
  platform: 'platform',
  runtime: 'echo-runtime',
  canary: 'canary-runtime',
  desktop: 'desktop',
};

/** The seam of that name; without a name the one at which most of `planted` stand. Throws `UsageError` for an unknown one. */
export async function seamFor(name: string | undefined, planted: readonly Planted[]): Promise<SeamPlace> {
  const text = await readFile(inProject(FILE), 'utf8');
  const known = [...text.matchAll(/^ {2}readonly '([\w.]+)':/gm)].map(([, seam = '']) => seam);
  const seam = name ?? mostUsed(planted) ?? known[0] ?? '';
  const service = SERVICES[seam.split('.')[0] ?? ''];
  if (known.includes(seam) && service) return { seam, service };
  throw new UsageError({
    code: 'UNKNOWN_SEAM',
    message: `${FILE} has no seam "${seam}".`,
    fix: didYouMean(seam, known),
  });
}

function mostUsed(planted: readonly Planted[]): string | undefined {
  const seams = planted.flatMap(({ plant }) => (plant.kind === 'service' ? plant.seams : []));
  const counts = new Map<string, number>();
  for (const { seam } of seams) counts.set(seam, (counts.get(seam) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
