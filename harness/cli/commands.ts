import type { ListedCommand } from './listed-command.ts';

export const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'run',
    summary: 'run suites against a subject and report what held',
    load: async () => (await import('./commands/run.ts')).runCommand,
  },
  {
    name: 'prove',
    summary: 'show that the gates can fail and never cry wolf',
    load: async () => (await import('./commands/prove.ts')).proveCommand,
  },
  {
    name: 'replay',
    summary: 'send corpus entries or a file to an endpoint in bulk',
    load: async () => (await import('./commands/replay.ts')).replayCommand,
  },
  {
    name: 'canary',
    summary: 'hold continuity conversations with an agent runtime',
    load: async () => (await import('./commands/canary.ts')).canaryCommand,
  },
  {
    name: 'explain',
    summary: 'explain a case or a clause',
    load: async () => (await import('./commands/explain.ts')).explainCommand,
  },
  {
    name: 'report',
    summary: 'show the page of a run, or make its reports again',
    load: async () => (await import('./commands/report.ts')).reportCommand,
  },
  {
    name: 'gate',
    summary: 'say PROMOTE or HOLD of a run, and why',
    load: async () => (await import('./commands/gate.ts')).gateCommand,
  },
  {
    name: 'attest',
    summary: 'sign what a run has found',
    load: async () => (await import('./commands/attest.ts')).attestCommand,
  },
  {
    name: 'verify',
    summary: 'say whether a run is what was signed',
    load: async () => (await import('./commands/verify.ts')).verifyCommand,
  },
  {
    name: 'diff',
    summary: 'compare two runs, case by case',
    load: async () => (await import('./commands/diff.ts')).diffCommand,
  },
  {
    name: 'wiring',
    summary: 'find where workflows call the gate in vain',
    load: async () => (await import('./commands/wiring.ts')).wiringCommand,
  },
  {
    name: 'history',
    summary: 'keep what runs came to, and look back',
    load: async () => (await import('./commands/history.ts')).historyCommand,
  },
  {
    name: 'k8s',
    summary: 'deal a run out to a cluster of Kubernetes',
    load: async () => (await import('./commands/k8s.ts')).k8sCommand,
  },
  {
    name: 'corpus',
    summary: 'look after the corpus',
    load: async () => (await import('./commands/corpus.ts')).corpusCommand,
  },
  {
    name: 'drift',
    summary: 'hold a source tree against its enums or its architecture rules',
    load: async () => (await import('./commands/drift.ts')).driftCommand,
  },
  {
    name: 'up',
    summary: 'boot a world and leave it running',
    load: async () => (await import('./commands/up.ts')).upCommand,
  },
  {
    name: 'ps',
    summary: 'list the worlds that run',
    load: async () => (await import('./commands/ps.ts')).psCommand,
  },
  {
    name: 'down',
    summary: 'stop worlds',
    load: async () => (await import('./commands/down.ts')).downCommand,
  },
  {
    name: 'doctor',
    summary: 'say what this machine has, and how to get the rest',
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
  {
    name: 'init',
    summary: 'write settings and a subject file to start from',
    load: async () => (await import('./commands/init.ts')).initCommand,
  },
  {
    name: 'new',
    summary: 'write an entry, fault, variant or suite to start from',
    load: async () => (await import('./commands/new.ts')).newCommand,
  },
  {
    name: 'complete',
    summary: 'print the completion of bash, zsh or fish',
    load: async () => (await import('./commands/complete.ts')).completeCommand(COMMANDS),
  },
];
