import { execa } from 'execa';
import { BASE_IMAGES, type BaseImage } from '../../harness/environment/compose/base-images.ts';
import { importNodeImage } from './node-image.ts';
import { importPostgresImage } from './postgres-image.ts';

const PULL_WITHIN_MS = 180_000;

/** What became of one base image. */
export interface MadeImage {
  readonly name: string;
  readonly how: 'was there' | 'pulled' | 'made from the programs of this machine';
}

/** Sees to it that the engine has what our images are built from: there already, pulled, or a look-alike. */
export async function makeBaseImages(): Promise<readonly MadeImage[]> {
  return [
    await make(BASE_IMAGES.node, importNodeImage),
    await make(BASE_IMAGES.postgres, importPostgresImage),
  ];
}

async function make(
  { official, lookAlike }: BaseImage,
  importAs: (name: string) => Promise<void>,
): Promise<MadeImage> {
  for (const name of [official, lookAlike]) if (await isThere(name)) return { name, how: 'was there' };
  if (await pulls(official)) return { name: official, how: 'pulled' };
  await importAs(lookAlike);
  return { name: lookAlike, how: 'made from the programs of this machine' };
}

async function isThere(name: string): Promise<boolean> {
  const { failed } = await execa('docker', ['image', 'inspect', name], { reject: false });
  return !failed;
}

async function pulls(name: string): Promise<boolean> {
  const { failed } = await execa('docker', ['pull', '--quiet', name], {
    reject: false,
    timeout: PULL_WITHIN_MS,
  });
  return !failed;
}
