import { chmod, cp } from 'node:fs/promises';
import { dirname } from 'node:path';
import { execa } from 'execa';
import { findPostgres } from '../../harness/environment/services/postgres/binaries.ts';
import { inProject } from '../../harness/support/paths.ts';
import { createRootFs } from './root-fs.ts';

const HOME = '/usr/local/pgsql';

/** Makes an image of the packaged PostgreSQL, whichever version that is, as a stand-in for the official one. */
export async function importPostgresImage(name: string): Promise<void> {
  const { postgres, initdb } = findPostgres(undefined, 'package');
  const { stdout: version } = await execa(postgres, ['--version']);
  await using tree = await createRootFs();
  await cp(dirname(dirname(postgres)), tree.at(HOME), { recursive: true, verbatimSymlinks: true });
  await tree.addLibrariesOf(postgres);
  await tree.addLibrariesOf(initdb);
  await cp(inProject('compose/docker/postgres-entrypoint.sh'), tree.at('/entrypoint.sh'));
  await chmod(tree.at('/entrypoint.sh'), 0o755);
  await tree.importAs(name, [
    `ENV PATH=${HOME}/bin:/usr/bin:/bin`,
    `LABEL dev.assay.look-alike="${version}"`,
    'ENTRYPOINT ["/entrypoint.sh"]',
    'CMD ["postgres"]',
  ]);
}
