import { execa } from 'execa';
import { EnvironmentError } from '../../harness/support/errors.ts';

/** What google-adk and LangGraph need. */
const LEAST = [3, 10] as const;
const INSTALL = `Install Python ${LEAST.join('.')} or newer with venv and pip (Debian: apt-get install python3 python3-venv).`;

/** A Python that can make environments of its own. */
export interface Python {
  readonly program: string;
  readonly version: string;
}

/** Finds the Python that the others are installed with. Throws `EnvironmentError` where there is none that will do. */
export async function findPython(program = 'python3'): Promise<Python> {
  const { failed, code, stdout, stderr } = await execa(program, ['-c', ASK], { reject: false });
  if (code === 'ENOENT')
    throw new EnvironmentError({
      code: 'NO_PYTHON',
      message: 'There is no python3 on the PATH.',
      fix: INSTALL,
    });
  const [version = '', ...missing] = stdout.trim().split(/\s+/);
  if (failed || !/^\d+\.\d+/.test(version))
    throw new EnvironmentError({
      code: 'NO_PYTHON',
      message: 'python3 is on the PATH and does not run.',
      details: stderr.split('\n').slice(-5),
      fix: INSTALL,
    });
  if (isOlder(version))
    throw new EnvironmentError({
      code: 'OLD_PYTHON',
      message: `python3 is ${version}, which is older than ${LEAST.join('.')}.`,
      fix: INSTALL,
    });
  if (missing.length > 0)
    throw new EnvironmentError({
      code: 'NO_VENV',
      message: `python3 ${version} has no ${missing.join(' and no ')}, so it can make no environment with pip.`,
      fix: INSTALL,
    });
  return { program, version };
}

/** Prints the version, and which of the modules that an environment takes are not there. */
const ASK = `
import importlib.util as util, platform
print(platform.python_version(), *(name for name in ("venv", "ensurepip") if not util.find_spec(name)))
`;

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1]);
}
