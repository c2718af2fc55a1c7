import { UsageError } from '../../../support/errors.ts';
import type { Besides, Conversation, Format, Reading } from '../conversation.ts';
import { differs, type Path, refused, unknownKeys } from '../remark.ts';
import type { Source } from '../source.ts';
import { listOf, type Mapping, mappingOf, textOf } from '../values.ts';
import { turnsOf } from './steps.ts';

const KEYS = ['test_cases', 'fixtures', 'metadata', 'stub_custom_actions'];
const CASE_KEYS = ['test_case', 'steps', 'fixtures', 'metadata'];

/** End-to-end tests of Rasa: https://rasa.com/docs/reference/testing/e2e/test-cases */
export const rasa: Format = {
  name: 'rasa',
  keys: ['test_cases', 'stub_custom_actions'],
  isLikely: (document) => mappingOf(document)?.test_cases !== undefined,
  read: readFile,
};

function readFile({ file, document }: Source, besides: Besides): Reading {
  const top = mappingOf(document);
  const cases = listOf(top?.test_cases);
  if (!top || !cases || cases.length === 0)
    throw new UsageError({
      code: 'NOTHING_TO_IMPORT',
      message: `The file ${file} has no list \`test_cases\`, so it is no end-to-end test of Rasa.`,
      fix: 'Check the file, or give its --format.',
    });
  const stubbed = 'the actions of the agent are not replaced: it answers with its own';
  return {
    conversations: cases.map((each, at) =>
      conversationOf(mappingOf(each) ?? {}, ['test_cases', at], besides),
    ),
    remarks: [
      ...unknownKeys(top, [], KEYS),
      ...(top.stub_custom_actions === undefined ? [] : [differs(['stub_custom_actions'], stubbed)]),
    ],
  };
}

function conversationOf(testCase: Mapping, path: Path, besides: Besides): Conversation {
  const name = textOf(testCase.test_case) ?? `test case ${Number(path[1]) + 1}`;
  const { items, remarks } = turnsOf(listOf(testCase.steps) ?? [], [...path, 'steps'], besides);
  return {
    ...{ name, path, items },
    remarks: [
      ...unknownKeys(testCase, path, CASE_KEYS),
      ...(testCase.fixtures === undefined
        ? []
        : [
            refused(
              [...path, 'fixtures'],
              'slots that are set before the first turn cannot be set from outside',
            ),
          ]),
      ...(testCase.metadata === undefined
        ? []
        : [differs([...path, 'metadata'], 'no metadata goes along with what the user says')]),
      ...remarks,
    ],
  };
}
