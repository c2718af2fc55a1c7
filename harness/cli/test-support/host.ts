import { execa } from 'execa';
import { parse } from 'yaml';

/** How a job of a workflow ended on a host. */
export interface JobEnd {
  /** Green, or red by the first step that failed. */
  readonly state: 'green' | 'red';
  /** Exit code of each step that ran, by its name; none of actions, which are taken for done. */
  readonly exits: Readonly<Record<string, number>>;
  /** What they wrote. */
  readonly log: string;
}

/** What a host does for a job: its environment, and what stands in the place of actions and caches. */
export interface Host {
  /** Working directory of the job; what the checkout brings is there already. */
  readonly cwd: string;
  readonly runId: string;
  readonly env: Readonly<Record<string, string>>;
  /** Called before each step. */
  before?(name: string): void;
}

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly if?: string;
}

/** Runs the steps of the one job of a workflow as GitHub and Gitea do: by `bash -e`, one after the other. */
export async function runJob(workflow: string, host: Host): Promise<JobEnd> {
  const { env = {}, steps } = jobOf(workflow);
  const exits: Record<string, number> = {};
  let log = '';
  let state: JobEnd['state'] = 'green';
  for (const { name = '', run, if: condition = 'success()' } of steps) {
    if (run === undefined || !applies(condition, state)) continue;
    host.before?.(name);
    const { exitCode, all } = await execa('bash', ['-e', '-c', run], {
      ...{ cwd: host.cwd, reject: false, all: true, stdin: 'ignore' },
      env: { CI: 'true', GITHUB_ACTIONS: 'true', ...filled(env, host.runId), ...host.env },
    });
    exits[name] = exitCode ?? -1;
    log += `${all}\n`;
    if (exitCode !== 0) state = 'red';
  }
  return { state, exits, log };
}

function jobOf(workflow: string): { readonly env?: Record<string, string>; readonly steps: readonly Step[] } {
  const { jobs } = parse(workflow) as { jobs: Record<string, ReturnType<typeof jobOf>> };
  const [job, ...more] = Object.values(jobs);
  if (!job || more.length > 0) throw new Error('A workflow of one job was expected.');
  return job;
}

function applies(condition: string, state: JobEnd['state']): boolean {
  switch (condition) {
    case 'always()':
      return true;
    case 'success()':
      return state === 'green';
    case 'failure()':
      return state === 'red';
    default:
      throw new Error(`A step has a condition that is not known here: ${condition}`);
  }
}

function filled(env: Readonly<Record<string, string>>, runId: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, text]) => {
      const value = text.replaceAll(/\$\{\{ github\.run_id \}\}/g, runId);
      if (value.includes('${{')) throw new Error(`${name} has an expression that is not known here: ${text}`);
      return [name, value];
    }),
  );
}
