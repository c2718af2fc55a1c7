import { processEnv } from '../../config/process-env.ts';
import type { Engine } from './engine.ts';
import { isMissing } from './engine-errors.ts';

/** An image that ours are built from: the public one, and the name of what stands in where no registry can be reached. */
export interface BaseImage {
  readonly official: string;
  readonly lookAlike: string;
  /** Environment variable that names another one. */
  readonly variable: string;
}

export const BASE_IMAGES = {
  node: {
    official: 'node:20-bookworm-slim',
    lookAlike: 'assay.local/node:20',
    variable: 'ASSAY_NODE_IMAGE',
  },
  postgres: {
    official: 'postgres:16-bookworm',
    lookAlike: 'assay.local/postgres:latest',
    variable: 'ASSAY_POSTGRES_IMAGE',
  },
} as const satisfies Readonly<Record<string, BaseImage>>;

/**
 * The name to use: what the environment says, else the public image; the look-alike only where it exists and the
 * public one does not. One that is nowhere on this machine is left for the engine to pull.
 */
export async function chooseBaseImage(
  engine: Engine,
  { official, lookAlike, variable }: BaseImage,
): Promise<string> {
  const asked = processEnv[variable];
  if (asked) return asked;
  if ((await imageId(engine, official)) !== undefined) return official;
  return (await imageId(engine, lookAlike)) === undefined ? official : lookAlike;
}

/** `sha256:<hex>` of an image of this engine; `undefined` when it has none of that name. */
export async function imageId(engine: Engine, name: string): Promise<string | undefined> {
  try {
    return (await engine.docker.getImage(name).inspect()).Id;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
