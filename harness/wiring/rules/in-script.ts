import type { WiringRule } from '../rule.ts';
import { type Loss, lossesOf } from '../swallowed.ts';

const SWALLOWED = 'the exit code of the gate is lost, so HOLD passes';

function losing(id: string, how: Loss, says: string, message: string, fix: string): WiringRule {
  return {
    id,
    says,
    find: ({ gates }) =>
      gates.flatMap((gate) =>
        lossesOf(gate)
          .filter((each) => each.how === how)
          .map(({ node }) => ({
            place: gate.step.script?.placeOf(node) ?? gate.command.place,
            message: `${message}: ${SWALLOWED}`,
            fix,
          })),
      ),
  };
}

/** Ways in which a script loses what the gate has said. */
export const IN_SCRIPT: readonly WiringRule[] = [
  losing(
    'or-true',
    'or',
    'Nothing forgives the gate with `||`.',
    'what stands behind `||` forgives the gate',
    'Take it out, or end it with `exit 1`.',
  ),
  losing(
    'pipe',
    'pipe',
    'No pipe swallows the exit code.',
    'a pipe has the exit code of its last command',
    'Begin with `set -o pipefail`, or write `shell: bash`.',
  ),
  losing(
    'and-list',
    'and',
    'No `&&` hides the gate from the shell.',
    'a shell does not stop at what fails in front of `&&`',
    'Write the gate on a line of its own.',
  ),
  losing(
    'background',
    'background',
    'The gate runs in the foreground.',
    'nobody waits for what runs in the background',
    'Take the `&` out.',
  ),
  losing(
    'condition',
    'condition',
    'The gate is no condition that forgives.',
    'a condition that is not met is no error',
    'Write the gate on a line of its own, or `exit 1` in the other branch.',
  ),
  losing(
    'negated',
    'negated',
    'The gate is not negated.',
    '`!` turns HOLD into success',
    'Take the `!` out.',
  ),
  losing(
    'substitution',
    'substitution',
    'The gate is not run inside another command.',
    'the command around it has an exit code of its own',
    'Write the gate on a line of its own, or `answer=$(…)` without `export` or `local`.',
  ),
  losing(
    'errexit-off',
    'errexit-off',
    'The shell stops at an error.',
    'the shell goes on after an error, and the last command decides',
    'Take `set +e` out, or end with `exit $code`.',
  ),
  losing(
    'trap',
    'trap',
    'No trap mends the exit code.',
    'a trap ends the script with 0',
    'Take the trap out.',
  ),
  losing(
    'exit-before',
    'exit-before',
    'The gate is reached.',
    'the script ends in front of the gate',
    'Take the `exit 0` out.',
  ),
];
