import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { cpus, release, totalmem, type } from 'node:os';
import { promisify } from 'node:util';
import { corpusDigest, couldJudge, sourceDigest } from '../prove/source-digest.ts';
import type { EnvironmentFacts, Provenance } from '../report/provenance.ts';
import { inProject, projectRoot } from '../support/paths.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What judges now, with which corpus, and on which machine; `sources` spares a second look where they are known. */
export async function provenanceNow(env: Environment, sources?: string): Promise<Provenance> {
  const [version, corpus, checkout, digest] = await Promise.all([
    ownVersion(),
    corpusDigest(),
    checkedOut(),
    sources ?? sourceDigest(),
  ]);
  return { harness: { version, sources: digest, ...checkout }, corpus, environment: environmentNow(env) };
}

async function ownVersion(): Promise<string> {
  return JSON.parse(await readFile(inProject('package.json'), 'utf8')).version;
}

/** Nothing where git is not, or does not know this folder: a copy is told by the digest of its sources alone. */
async function checkedOut(): Promise<{ readonly commit?: string; readonly dirty?: boolean }> {
  const git = async (...words: readonly string[]) => {
    const { stdout } = await promisify(execFile)('git', ['-C', projectRoot, ...words]);
    return stdout.trim();
  };
  try {
    const [root, commit, changed] = await Promise.all([
      git('rev-parse', '--show-cdup'),
      git('rev-parse', 'HEAD'),
      git('status', '--porcelain', '--no-renames'),
    ]);
    return root === '' ? { commit, dirty: changesWhatJudges(changed) } : {};
  } catch {
    return {};
  }
}

/**
 * Whether a status of git tells of a change beside the commit. Files that git does not know count where they could judge
 * or be judged by, and not where runs, policies and keys are left that a release is gated with.
 */
export function changesWhatJudges(status: string): boolean {
  return status
    .split('\n')
    .filter((line) => line !== '')
    .some((line) => !line.startsWith('?? ') || couldJudge(line.slice(3).replace(/^"/, '')));
}

function environmentNow(env: Environment): EnvironmentFacts {
  return {
    node: process.versions.node,
    platform: process.platform,
    arch: process.arch,
    os: `${type()} ${release()}`,
    cpus: Math.max(1, cpus().length),
    memoryMb: Math.round(totalmem() / 1024 / 1024),
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ci: (env.CI ?? '') !== '',
  };
}
