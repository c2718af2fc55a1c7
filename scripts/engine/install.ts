import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';

const PLUGINS = '/usr/local/lib/docker/cli-plugins';
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const INSTALL_DEADLINE_MS = 300_000;

/** Installs Debian's engine, unless there is one. Rejects where apt cannot. */
export async function installEngine(): Promise<void> {
  if (await isThere('dockerd')) return;
  await apt('update', '-q');
  await apt('install', '-y', '-q', '--no-install-recommends', 'docker.io');
}

/**
 * Takes the compose plugin out of Debian 13's package: Debian 12 has none, and the package itself would replace other
 * programs there.
 */
export async function installComposePlugin(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-compose-plugin-'));
  try {
    const options = await privateSources(folder);
    await apt(...options, 'update', '-q');
    await execa('apt-get', [...options, 'download', 'docker-compose'], {
      cwd: join(folder, 'downloads'),
      timeout: INSTALL_DEADLINE_MS,
    });
    const [packageFile = ''] = await readdir(join(folder, 'downloads'));
    await execa('dpkg', ['-x', join(folder, 'downloads', packageFile), join(folder, 'tree')]);
    await mkdir(PLUGINS, { recursive: true });
    await copyFile(
      join(folder, 'tree/usr/libexec/docker/cli-plugins/docker-compose'),
      `${PLUGINS}/docker-compose`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Settings of apt that look at Debian 13 only and change nothing of this machine's own lists. */
async function privateSources(folder: string): Promise<readonly string[]> {
  for (const name of ['lists/partial', 'archives/partial', 'downloads'])
    await mkdir(join(folder, name), { recursive: true });
  const list = join(folder, 'sources.list');
  await writeFile(list, `deb [signed-by=${KEYRING}] http://deb.debian.org/debian trixie main\n`);
  return [
    `Dir::Etc::SourceList=${list}`,
    'Dir::Etc::SourceParts=/dev/null',
    `Dir::State::Lists=${folder}/lists`,
    `Dir::Cache::Archives=${folder}/archives`,
    'Dir::Cache::pkgcache=',
    'Dir::Cache::srcpkgcache=',
    'APT::Sandbox::User=root',
  ].flatMap((setting) => ['-o', setting]);
}

async function apt(...args: readonly string[]): Promise<void> {
  await execa('apt-get', args, {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    timeout: INSTALL_DEADLINE_MS,
  });
}

async function isThere(program: string): Promise<boolean> {
  const { failed } = await execa('which', [program], { reject: false });
  return !failed;
}
