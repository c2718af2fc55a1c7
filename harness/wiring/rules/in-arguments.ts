import type { GateCall } from '../gate-steps.ts';
import type { WiringRule } from '../rule.ts';

/** Faults in what the gate is told, and in what it is given. */
export const IN_ARGUMENTS: readonly WiringRule[] = [
  {
    id: 'no-digest',
    says: 'The gate is told what will be promoted.',
    find: ({ gates }) =>
      gates
        .filter((gate) => valuesOf(gate, '--digest').length === 0)
        .map(({ command }) => ({
          place: command.place,
          message: 'without --digest the gate promotes whatever was judged, and not what will be promoted',
          fix: 'Add --digest <image@sha256:…> for each image.',
        })),
  },
  {
    id: 'tag-for-digest',
    says: 'What will be promoted is named by its digest.',
    find: ({ gates }) =>
      gates.flatMap((gate) =>
        valuesOf(gate, '--digest')
          .filter((value) => !/sha256:[0-9a-f]{64}$/.test(value) && !/[$X]/.test(value))
          .map((value) => ({
            place: gate.command.place,
            message: `${value} is a tag, which may mean another image when it is promoted`,
            fix: 'Write image@sha256:<digest>.',
          })),
      ),
  },
  {
    id: 'dry-run',
    says: 'The gate is meant.',
    find: ({ gates }) =>
      gates
        .filter(({ args }) => args.includes('--dry-run'))
        .map(({ command }) => ({
          place: command.place,
          message: 'a dry run notes nothing',
          fix: 'Take --dry-run out.',
        })),
  },
  {
    id: 'no-run',
    says: 'The gate is given a run.',
    find: ({ gates }) =>
      gates
        .filter(({ args }) => placesOf(args).length === 0)
        .map(({ command }) => ({
          place: command.place,
          message: 'no run is named, so nothing is judged',
          fix: 'Name the run directory.',
        })),
  },
  {
    id: 'policy-missing',
    says: 'The policy is there.',
    find: ({ gates, isThere }) =>
      gates.flatMap((gate) =>
        valuesOf(gate, '--policy')
          .filter((file) => !/[$]|XXXX/.test(file) && !isThere(file))
          .map((file) => ({
            place: gate.command.place,
            message: `there is no policy ${file}`,
            fix: 'Commit it, or correct its path.',
          })),
      ),
  },
  {
    id: 'evidence-from-cache',
    says: 'The evidence is that of this run, and not of one that a cache has kept.',
    find: ({ gates }) =>
      gates.flatMap(({ job, args }) =>
        job.steps.flatMap(({ uses, with: inputs }) => {
          const path = inputs.path;
          const isCached =
            uses?.value.startsWith('actions/cache') &&
            path &&
            placesOf(args).some((place) => path.value.split('\n').includes(place));
          return isCached
            ? [
                {
                  place: path.place,
                  message: 'the gate judges what a cache has kept of another run',
                  fix: 'Take the run directory out of the cache.',
                },
              ]
            : [];
        }),
      ),
  },
];

/** Options with a value, so that what is left are runs. */
const VALUED = new Set(['--policy', '--digest', '--history', '--explain', '--attestation', '--sign-key']);

function placesOf(args: readonly string[]): readonly string[] {
  return args.filter((word, index) => !word.startsWith('-') && !VALUED.has(args[index - 1] ?? ''));
}

function valuesOf({ args }: Pick<GateCall, 'args'>, name: string): readonly string[] {
  return args.flatMap((word, index) => {
    if (word === name) return [args[index + 1] ?? ''];
    return word.startsWith(`${name}=`) ? [word.slice(name.length + 1)] : [];
  });
}
