import { Command } from 'commander';
import { EXIT } from '../../support/errors.ts';
import { askedJob, type RenderFlags } from '../k8s/asked.ts';
import { jobManifest } from '../k8s/job.ts';
import type { Finish, Shell } from '../shell.ts';

/** `assay k8s`: what Assay needs of a cluster. */
export function k8sCommand(shell: Shell, finish: Finish): Command {
  return new Command('k8s')
    .description('deal a run out to a cluster of Kubernetes')
    .addCommand(renderCommand(shell, finish));
}

/** `assay k8s render`: prints an indexed Job. */
function renderCommand(shell: Shell, finish: Finish): Command {
  return new Command('render')
    .summary('print an indexed Job, one index for each shard')
    .description(
      'print an indexed Job of Kubernetes, one index for each shard of a run: no shard is tried again, and each leaves its ' +
        'run directory on one volume; what to type next stands in its head',
    )
    .argument('[word...]', 'suites and options of `assay run` for all shards, behind --')
    .requiredOption('--image <image>', 'image with Assay in it, by digest: <image>@sha256:…')
    .requiredOption('--shards <n>', 'how many shards to deal the run out to')
    .requiredOption('--claim <name>', 'claim of a volume that all shards can write (ReadWriteMany)')
    .option('--name <name>', 'name of the Job', 'assay')
    .option('--namespace <name>', 'its namespace; that of kubectl by default')
    .option('--home <path>', 'path of Assay in the image', '/assay')
    .option('--parallelism <n>', 'how many shards run at a time; all by default')
    .option('--seed <n>', 'seed of all shards; drawn by default')
    .option('--deadline <seconds>', 'give all of it up after so long', '3600')
    .action((words: string[], flags: RenderFlags) => {
      shell.out(jobManifest(askedJob(words, flags)));
      finish(EXIT.ok);
    });
}
