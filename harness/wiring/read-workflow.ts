import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Place } from '../support/verdict.ts';
import type { Located } from './located.ts';
import { readScript } from './script.ts';
import type { Job, Step, Trigger, Workflow } from './workflow.ts';
import { entriesOf, keyPlace, nodeAt, parseYamlFile, textAt, textsOf, type YamlFile } from './yaml-node.ts';

/** Reads a workflow, each value with its place. One that is no YAML is an `AssayError` (exit 2). */
export function readWorkflow(file: string, text: string): Workflow {
  const yaml = parseYamlFile(file, text);
  const jobs = nodeAt(yaml.root, 'jobs');
  const shell = textAt(yaml, nodeAt(nodeAt(yaml.root, 'defaults'), 'run'), 'shell');
  return {
    file,
    place: { file, line: 1, column: 1 },
    triggers: triggersOf(yaml),
    jobs: entriesOf(jobs).map(([id, node]) => jobOf(yaml, id, node, keyPlace(yaml, jobs, id), shell)),
  };
}

function triggersOf(yaml: YamlFile): readonly Trigger[] {
  const on = nodeAt(yaml.root, 'on');
  if (!isMap(on)) return textsOf(yaml, on).map((each) => ({ ...each, filters: {} }));
  return entriesOf(on).map(([value, node]) => ({
    value,
    place: keyPlace(yaml, on, value) ?? { file: yaml.file, line: 1, column: 1 },
    filters: Object.fromEntries(
      entriesOf(node).map(([name, each]) => [name, listAt(yaml, node, name, each)]),
    ),
  }));
}

function listAt(
  yaml: YamlFile,
  map: unknown,
  key: string,
  node: Node | undefined,
): Located<readonly string[]> {
  const place = keyPlace(yaml, map, key) ?? { file: yaml.file, line: 1, column: 1 };
  return { value: textsOf(yaml, node).map(({ value }) => value), place };
}

function jobOf(
  yaml: YamlFile,
  id: string,
  node: Node | undefined,
  place: Place = { file: yaml.file, line: 1, column: 1 },
  outerShell?: Located<string>,
): Job {
  const shell = textAt(yaml, nodeAt(nodeAt(node, 'defaults'), 'run'), 'shell') ?? outerShell;
  const steps = nodeAt(node, 'steps');
  const matrix = nodeAt(nodeAt(node, 'strategy'), 'matrix');
  const excludes = keyPlace(yaml, matrix, 'exclude');
  return {
    ...{ id, place, name: textAt(yaml, node, 'name')?.value ?? id },
    needs: textsOf(yaml, nodeAt(node, 'needs')),
    ...optional({ uses: textAt(yaml, node, 'uses'), excludes }),
    ...optional({
      condition: textAt(yaml, node, 'if'),
      continueOnError: textAt(yaml, node, 'continue-on-error'),
    }),
    matrix: Object.fromEntries(
      entriesOf(matrix)
        .filter(([, each]) => isSeq(each))
        .map(([axis, each]) => [axis, listAt(yaml, matrix, axis, each)]),
    ),
    steps: isSeq(steps)
      ? steps.items.flatMap((each) => (isMap(each) ? [stepOf(yaml, each, shell)] : []))
      : [],
  };
}

function stepOf(yaml: YamlFile, node: Node, outerShell: Located<string> | undefined): Step {
  const shell = textAt(yaml, node, 'shell') ?? outerShell;
  const run = nodeAt(node, 'run');
  const inputs = nodeAt(node, 'with');
  return {
    place: yaml.placeAt(node.range?.[0] ?? 0),
    name: textAt(yaml, node, 'name')?.value ?? textAt(yaml, node, 'id')?.value ?? '',
    with: Object.fromEntries(
      entriesOf(inputs).flatMap(([name]) => {
        const value = textAt(yaml, inputs, name);
        return value ? [[name, value]] : [];
      }),
    ),
    ...optional({ uses: textAt(yaml, node, 'uses'), shell }),
    ...(isScalar(run) ? { script: readScript(yaml, run, shell?.value) } : {}),
    ...optional({
      condition: textAt(yaml, node, 'if'),
      continueOnError: textAt(yaml, node, 'continue-on-error'),
    }),
  };
}

/** Without the members that are absent. */
function optional<Members extends object>(
  members: Members,
): { [Name in keyof Members]?: NonNullable<Members[Name]> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
}
