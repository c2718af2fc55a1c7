import { UsageError } from '../../../support/errors.ts';
import type { Conversation, Format, Reading } from '../conversation.ts';
import { leftOut, lost, type Path, type Remark, refused } from '../remark.ts';
import type { Source } from '../source.ts';
import { listOf, type Mapping, mappingOf, textOf } from '../values.ts';
import { promptsOf } from './prompts.ts';
import { type Config, type Test, turnOf } from './test.ts';

/** Configurations of promptfoo, and lists of its tests: https://promptfoo.dev/docs/configuration/chat */
export const promptfoo: Format = {
  name: 'promptfoo',
  keys: ['tests', 'prompts', 'providers', 'defaultTest'],
  isLikely: (document) => {
    const top = mappingOf(document);
    if (top) return top.tests !== undefined || (top.prompts !== undefined && top.providers !== undefined);
    return listOf(document)?.some((test) => mappingOf(test)?.vars !== undefined) ?? false;
  },
  read: readFile,
};

function readFile({ file, document }: Source): Reading {
  const isList = Array.isArray(document);
  const top: Mapping = isList ? { tests: document } : (mappingOf(document) ?? {});
  const tests = listOf(top.tests);
  if (!tests || tests.length === 0)
    throw new UsageError({
      code: 'NOTHING_TO_IMPORT',
      message: `The file ${file} has no list \`tests\`${textOf(top.tests) ? `, but names ${textOf(top.tests)}` : ''}.`,
      fix: 'Import the file that has the tests, as YAML or JSON.',
    });
  const prompts = promptsOf(top.prompts);
  const config: Config = {
    defaultTest: mappingOf(top.defaultTest) ?? {},
    prompt: prompts.prompt,
    templates: mappingOf(top.assertionTemplates) ?? {},
  };
  const all = tests.map((test, at) => testOf(test, isList ? [at] : ['tests', at], config.defaultTest));
  return {
    conversations: groupsOf(all, prompts.sharesHistory).map((group) => conversationOf(group, config)),
    remarks: [...prompts.remarks, ...remarksOn(top)],
  };
}

function remarksOn({ scenarios, defaultTest }: Mapping): readonly Remark[] {
  const elsewhere = 'what stands in another file is not read';
  return [
    ...(scenarios === undefined
      ? []
      : [
          lost(['scenarios'], 'tests that are made of data are not taken over; write them out below `tests`'),
        ]),
    ...(typeof defaultTest === 'string' ? [lost(['defaultTest'], elsewhere)] : []),
  ];
}

function testOf(value: unknown, path: Path, defaultTest: Mapping): Test {
  const test = mappingOf(value) ?? {};
  const metadata = { ...mappingOf(defaultTest.metadata), ...mappingOf(test.metadata) };
  const conversation = textOf(metadata.conversationId);
  return { path, value, test, ...(conversation !== undefined && { conversation }) };
}

/**
 * Tests of one conversation in the order of the file. What has no id is a conversation of its own, unless the prompt is
 * given the history, which all of these share then; where nobody can tell, both must not be guessed.
 */
function groupsOf(tests: readonly Test[], sharesHistory: boolean | 'unknown'): readonly Group[] {
  const nameless = tests.filter(({ conversation }) => conversation === undefined);
  const groups = new Map<string | number, Test[]>();
  for (const [at, test] of tests.entries()) {
    const key = test.conversation ?? (sharesHistory === true ? -1 : at);
    groups.set(key, [...(groups.get(key) ?? []), test]);
  }
  const isOpen = sharesHistory === 'unknown' && nameless.length > 1;
  return [...groups.values()].map((group) => ({
    tests: group,
    isOpen: isOpen && group.some(({ conversation }) => conversation === undefined),
  }));
}

interface Group {
  readonly tests: readonly Test[];
  /** Whether others may belong to it, which nobody can tell. */
  readonly isOpen: boolean;
}

const OPEN =
  'whether the tests without `metadata.conversationId` are one conversation is said in the file of the prompt: give each its id';

function conversationOf({ tests, isOpen }: Group, config: Config): Conversation {
  const [first] = tests;
  const path = first?.path ?? [];
  const turns = tests.map((test) => turnOf(test, config));
  const name = first?.conversation ?? textOf(first?.test.description);
  return {
    name: name ?? `test ${Number(path.at(-1) ?? 0) + 1}`,
    path,
    items: turns.flatMap(({ item }) => item ?? []),
    remarks: [
      ...(isOpen ? [refused(path, OPEN)] : []),
      ...turns.flatMap(({ remarks }) => remarks),
      ...repeatsOf(tests),
    ],
  };
}

function repeatsOf(tests: readonly Test[]): readonly Remark[] {
  return tests.flatMap(({ test, path }) => {
    const { repeat } = mappingOf(test.options) ?? {};
    if (repeat === undefined) return [];
    return [leftOut([...path, 'options', 'repeat'], `it is held once, unless with \`--trials ${repeat}\``)];
  });
}
