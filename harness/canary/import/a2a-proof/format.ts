import { UsageError } from '../../../support/errors.ts';
import type { Format, Reading } from '../conversation.ts';
import { inAnyCase, leftOut, lost, type Remark, unknownKeys } from '../remark.ts';
import type { Source } from '../source.ts';
import { takes } from '../taken.ts';
import { listOf, type Mapping, mappingOf, textsOf } from '../values.ts';
import { conversationOf } from './scenario.ts';

const KEYS = [
  ...['version', 'agent', 'card', 'invariants', 'defaults', 'push_notifications', 'downstream', 'scenarios'],
];

/** Contracts of a2a-proof: https://pypi.org/project/a2a-proof/ */
export const a2aProof: Format = {
  name: 'a2a-proof',
  keys: ['scenarios', 'agent', 'invariants'],
  isLikely: (document) => {
    const { scenarios, agent } = mappingOf(document) ?? {};
    const all = listOf(scenarios)?.map((each) => mappingOf(each) ?? {}) ?? [];
    const turns = all.flatMap((scenario) => [scenario, ...(listOf(scenario.turns) ?? [])]);
    const speaks = turns.some((turn) => 'message' in (mappingOf(turn) ?? {}));
    return all.length > 0 && (agent !== undefined || speaks);
  },
  read: readFile,
};

function readFile({ file, document }: Source): Reading {
  const top = mappingOf(document);
  const scenarios = listOf(top?.scenarios);
  if (!top || !scenarios || scenarios.length === 0)
    throw new UsageError({
      code: 'NOTHING_TO_IMPORT',
      message: `The file ${file} has no list \`scenarios\`, so it is no contract of a2a-proof.`,
      fix: 'Check the file, or give its --format.',
    });
  const { text } = mappingOf(top.invariants) ?? {};
  const everywhere = takes({ not_contains: textsOf(mappingOf(text)?.not_contains) ?? [] });
  const defaults = mappingOf(top.defaults) ?? {};
  return {
    conversations: scenarios.map((scenario, at) =>
      conversationOf({ ...defaults, ...mappingOf(scenario) }, ['scenarios', at], { file, everywhere }),
    ),
    remarks: [...unknownKeys(top, [], KEYS), ...remarksOn(top, mappingOf(text) ?? {})],
  };
}

function remarksOn(top: Mapping, invariant: Mapping): readonly Remark[] {
  const banned = invariant.not_contains;
  const inText = ['invariants', 'text'];
  const secret = 'values of the environment are not written into files';
  return [
    ...(top.card === undefined ? [] : [leftOut(['card'], 'the card of an agent is not judged by canaries')]),
    ...unknownKeys(invariant, inText, ['not_contains', 'not_contains_env', 'case_sensitive']),
    ...(banned !== undefined && !textsOf(banned)
      ? [lost([...inText, 'not_contains'], 'it is neither a text nor a list of texts')]
      : []),
    ...(invariant.case_sensitive === false ? [] : inAnyCase(inText, textsOf(banned) ?? [])),
    ...(invariant.not_contains_env === undefined ? [] : [lost([...inText, 'not_contains_env'], secret)]),
    ...(top.downstream === undefined
      ? []
      : [lost(['downstream'], 'no agent stands by to which work could be delegated')]),
  ];
}
