import { chmod, cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';

/** The tree of an image in the making; disposing removes it. */
export interface RootFs extends AsyncDisposable {
  /** Absolute path of a path inside the image. */
  at(path: string): string;
  /** Copies programs of this machine, with every library that they load, to `/usr/bin` or where `to` says. */
  addPrograms(names: readonly string[], to?: string): Promise<void>;
  /** Copies the libraries of this machine that a file of the image loads. */
  addLibrariesOf(file: string): Promise<void>;
  /** Makes it an image, with Dockerfile instructions such as `CMD ["node"]`. */
  importAs(name: string, changes: readonly string[]): Promise<void>;
}

const PASSWD = [
  'root:x:0:0:root:/root:/bin/bash',
  'postgres:x:999:999::/var/lib/postgresql:/bin/bash',
  'node:x:1000:1000::/home/node:/bin/bash',
];
const GROUP = ['root:x:0:', 'postgres:x:999:', 'node:x:1000:'];
const SHELL_PROGRAMS = ['bash', 'sleep', 'cat', 'ls', 'mkdir', 'chown', 'chmod', 'id', 'env', 'setpriv'];

/** Starts a tree with a shell and a few tools in it. */
export async function createRootFs(): Promise<RootFs> {
  const root = await mkdtemp(join(tmpdir(), 'assay-rootfs-'));
  const at = (path: string) => join(root, path);
  await makeSkeleton(at);
  const addLibrariesOf = (file: string) => copyLibraries(file, at);
  const addPrograms = async (names: readonly string[], to = '/usr/bin') => {
    for (const name of names) await addProgram(name, at(to), addLibrariesOf);
  };
  await addPrograms(SHELL_PROGRAMS);
  await symlink('bash', at('/usr/bin/sh'));
  return {
    at,
    addPrograms,
    addLibrariesOf,
    importAs: (name, changes) => importTree(root, name, changes),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

async function makeSkeleton(at: RootFs['at']): Promise<void> {
  for (const path of ['/usr/bin', '/usr/lib', '/usr/lib64', '/usr/local/bin', '/etc', '/root', '/home/node'])
    await mkdir(at(path), { recursive: true });
  await mkdir(at('/var/lib/postgresql'), { recursive: true });
  await mkdir(at('/tmp'));
  await chmod(at('/tmp'), 0o1777);
  for (const name of ['bin', 'lib', 'lib64']) await symlink(`usr/${name}`, at(`/${name}`));
  await writeFile(at('/etc/passwd'), `${PASSWD.join('\n')}\n`);
  await writeFile(at('/etc/group'), `${GROUP.join('\n')}\n`);
  await writeFile(at('/etc/nsswitch.conf'), 'passwd: files\ngroup: files\nhosts: files dns\n');
}

async function addProgram(
  name: string,
  folder: string,
  addLibrariesOf: RootFs['addLibrariesOf'],
): Promise<void> {
  const { stdout } = name.startsWith('/') ? { stdout: name } : await execa('which', [name]);
  const file = await realpath(stdout);
  await mkdir(folder, { recursive: true });
  await cp(file, join(folder, name.slice(name.lastIndexOf('/') + 1)), { dereference: true });
  await addLibrariesOf(file);
}

/** Libraries lie below `/usr`, whichever way they were found. */
async function copyLibraries(file: string, at: RootFs['at']): Promise<void> {
  const { stdout } = await execa('ldd', [file], { reject: false });
  for (const [path] of String(stdout).matchAll(/(?<=\s)\/(?:usr\/)?lib(?:64)?\/\S+/g)) {
    const target = at(path.startsWith('/usr/') ? path : `/usr${path}`);
    await mkdir(dirname(target), { recursive: true });
    await cp(path, target, { dereference: true });
  }
}

async function importTree(root: string, name: string, changes: readonly string[]): Promise<void> {
  const tar = execa('tar', ['-C', root, '--numeric-owner', '--owner=0', '--group=0', '-c', '.'], {
    encoding: 'buffer',
    buffer: false,
  });
  const flags = changes.flatMap((change) => ['--change', change]);
  await tar.pipe('docker', ['import', ...flags, '-', name]);
}
