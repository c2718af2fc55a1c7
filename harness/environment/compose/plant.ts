import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLANT_VARIABLE } from '../boot-options.ts';
import type { Crew } from '../crew/crew.ts';
import { bundleEntry } from '../services/bundle.ts';
import type { ComposeService } from './services.ts';

const INSIDE = '/plant/plant.mjs';

/**
 * Writes the compose file that mounts the planted regression into the services that are meant and preloads it there;
 * nothing when nothing is planted. Answers the files to add to `compose.yaml`. Throws `EnvironmentError`.
 */
export async function plantFiles(
  crew: Crew,
  services: readonly ComposeService[],
): Promise<readonly string[]> {
  const { mutant } = crew.options;
  if (!mutant) return [];
  const { file } = await bundleEntry(mutant.module);
  const planted = services.filter(
    ({ own, line }) =>
      own === mutant.service && (!mutant.runtimes || !line || mutant.runtimes.includes(line)),
  );
  const override = {
    environment: { ...mutant.env, [PLANT_VARIABLE]: mutant.id },
    entrypoint: ['node', '--import', INSIDE, 'service.mjs'],
    volumes: [{ type: 'bind', source: file, target: INSIDE, read_only: true }],
  };
  const composeFile = join(crew.ledger.directory, 'compose.plant.json');
  const document = { services: Object.fromEntries(planted.map(({ name }) => [name, override])) };
  writeFileSync(composeFile, JSON.stringify(document), { mode: 0o600 });
  return [composeFile];
}
