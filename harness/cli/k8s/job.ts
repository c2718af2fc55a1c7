import { stringify } from 'yaml';
import { quoted } from '../../support/command.ts';

/** What a run on a cluster is dealt out as. */
export interface ShardJob {
  readonly name: string;
  readonly namespace?: string;
  /** By digest, so that all shards are judged by the same Assay. */
  readonly image: string;
  /** Path of Assay in the image. */
  readonly home: string;
  readonly shards: number;
  /** How many run at a time. */
  readonly parallelism: number;
  readonly seed: number;
  /** Claim of a volume that all shards can write. */
  readonly claim: string;
  readonly deadlineSeconds: number;
  /** Suites and options of `assay run`. */
  readonly words: readonly string[];
}

const EVIDENCE = '/evidence';
const USER = 1000;

/**
 * A run as an indexed Job of Kubernetes, one index for each shard. No shard is ever tried again, and one that ends red
 * lets the others run on: what is missing or broken is told by the merged run. Each writes into a folder of its own.
 */
export function jobManifest(job: ShardJob): string {
  return `${headOf(job)}${stringify(jobOf(job), { lineWidth: 0 })}`;
}

function jobOf({ name, namespace, shards, parallelism, deadlineSeconds, ...job }: ShardJob) {
  const labels = { 'app.kubernetes.io/name': 'assay', 'app.kubernetes.io/instance': name };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name, ...(namespace !== undefined && { namespace }), labels },
    spec: {
      completionMode: 'Indexed',
      completions: shards,
      parallelism,
      backoffLimitPerIndex: 0,
      activeDeadlineSeconds: deadlineSeconds,
      template: { metadata: { labels }, spec: podOf({ ...job, shards }) },
    },
  };
}

type Pod = Omit<ShardJob, 'name' | 'namespace' | 'parallelism' | 'deadlineSeconds'>;

function podOf({ image, claim, ...job }: Pod) {
  return {
    restartPolicy: 'Never',
    automountServiceAccountToken: false,
    securityContext: {
      ...{ runAsNonRoot: true, runAsUser: USER, runAsGroup: USER, fsGroup: USER },
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [
      {
        name: 'shard',
        image,
        command: ['/bin/sh', '-c', commandOf(job)],
        workingDir: EVIDENCE,
        env: [{ name: 'HOME', value: '/tmp' }],
        resources: { requests: { cpu: '2', memory: '4Gi' }, limits: { memory: '4Gi' } },
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        volumeMounts: [
          { name: 'evidence', mountPath: EVIDENCE },
          { name: 'temporary', mountPath: '/tmp' },
        ],
      },
    ],
    volumes: [
      { name: 'evidence', persistentVolumeClaim: { claimName: claim } },
      { name: 'temporary', emptyDir: {} },
    ],
  };
}

/** The index counts from 0, and a shard from 1. */
function commandOf({ home, words, shards, seed }: Pick<Pod, 'home' | 'words' | 'shards' | 'seed'>): string {
  const run = ['exec', 'node', `${home}/scripts/assay.mjs`, 'run', ...words, '--seed', `${seed}`].map(quoted);
  const shard = '$((JOB_COMPLETION_INDEX + 1))';
  return `${run.join(' ')} --shard "${shard}/${shards}" --out "judged-${shard}"`;
}

function headOf({ name, namespace, shards, claim }: ShardJob): string {
  const where = namespace === undefined ? '' : ` --namespace ${namespace}`;
  const folders = shards === 1 ? 'judged-1' : `judged-1 to judged-${shards}`;
  return [
    `# ${shards} ${shards === 1 ? 'shard' : 'shards'} of one run of Assay; for Kubernetes 1.29 and later.`,
    `# It ends Complete, or Failed where a shard is red; either way the shards are merged and gated:`,
    `#   kubectl apply${where} --filename <this file>`,
    `#   until kubectl get${where} job/${name} --output jsonpath='{.status.conditions[*].type}' | grep --quiet --extended-regexp '\\b(Complete|Failed)\\b'; do sleep 10; done`,
    `# Then, where the volume of ${claim} can be read (${folders}):`,
    '#   npx assay report merge judged-* --out release',
    '#   npx assay gate release --policy policy.yaml --digest <image@sha256:…>',
    '',
  ].join('\n');
}
