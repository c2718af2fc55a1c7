import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { execa } from 'execa';
import { EnvironmentError } from '../../harness/support/errors.ts';
import { parseJson } from '../../harness/support/parse-json.ts';
import { inProject } from '../../harness/support/paths.ts';
import { RUN_TYPESCRIPT } from '../../harness/support/typescript.ts';
import { valueAt } from '../../harness/wire/document/pointer.ts';

/** The model that runtimes ask, behind OpenAI's wire on loopback; disposing it ends it. */
export interface Model extends AsyncDisposable {
  readonly url: string;
}

/** Starts the model of our canary runtime as an endpoint of its own. Throws `EnvironmentError` when it ends instead. */
export async function startModel(): Promise<Model> {
  const program = inProject('compose/canary-runtime/openai/main.ts');
  const child = execa(process.execPath, [...RUN_TYPESCRIPT, program], {
    ...{ env: { ASSAY_DIE_WITH_PARENT: '1', HOST: '127.0.0.1', PORT: '0' }, reject: false },
    buffer: { stdout: false },
  });
  const gone = child.then(({ stderr, exitCode }) => {
    throw new EnvironmentError({
      code: 'NO_MODEL',
      message: `The model ended with exit code ${exitCode} before it listened.`,
      details: stderr.trim().split('\n').slice(-15),
    });
  });
  const url = await Promise.race([listeningUrl(child.stdout), gone]);
  gone.catch(() => undefined);
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      child.stdin.end();
      await child;
    },
  };
}

async function listeningUrl(stdout: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface({ input: stdout });
  const [line] = await once(lines, 'line');
  return String(valueAt(parseJson(line), '/url'));
}
