import { UsageError } from '../../../support/errors.ts';
import type { Conversation, Format, Reading } from '../conversation.ts';
import { differs, lost, type Path, type Remark, refused, unknownKeys } from '../remark.ts';
import type { Source } from '../source.ts';
import { listOf, type Mapping, mappingOf, textOf } from '../values.ts';
import { turnOf } from './turn.ts';

const SCENARIO_KEYS = [
  ...['name', 'turns', 'persona', 'goal', 'success', 'user', 'judge', 'context', 'simulator', 'metrics'],
  ...['stop_on_failure', 'trigger_disconnect', 'description'],
];

/** Scripted scenarios of Pipecat Evals: https://docs.pipecat.ai/pipecat/evals/scripted-scenarios */
export const pipecat: Format = {
  name: 'pipecat',
  keys: ['turns', 'scenarios', 'persona'],
  isLikely: (document) => {
    const top = mappingOf(document) ?? {};
    return [top, ...(listOf(top.scenarios) ?? [])].some(isScenario);
  },
  read: readFile,
};

/** It says who speaks in a turn by the key `user`. */
function isScenario(scenario: unknown): boolean {
  const { turns, persona } = mappingOf(scenario) ?? {};
  if (persona !== undefined) return true;
  return (listOf(turns) ?? []).some((turn) => 'user' in (mappingOf(turn) ?? {}));
}

/** What stands at the top is the default of each scenario; a file that has none is one itself. */
function readFile({ file, document }: Source): Reading {
  const top = mappingOf(document);
  const name = textOf(top?.name) ?? 'conversation';
  const entries = listOf(top?.scenarios);
  if (!top || (!entries && top.turns === undefined && top.persona === undefined))
    throw new UsageError({
      code: 'NOTHING_TO_IMPORT',
      message: `The file ${file} has neither \`scenarios\` nor \`turns\`, so it is no file of Pipecat Evals.`,
      fix: 'Check the file, or give its --format.',
    });
  if (!entries)
    return {
      conversations: [conversationOf(top, name, [], [])],
      remarks: unknownKeys(top, [], SCENARIO_KEYS),
    };
  const { scenarios: _, ...defaults } = top;
  return {
    conversations: entries.map((entry, at) => {
      const own = mappingOf(entry) ?? {};
      const path = ['scenarios', at];
      const title = `${name}/${textOf(own.name) ?? at + 1}`;
      return conversationOf({ ...defaults, ...own }, title, path, 'turns' in own ? path : []);
    }),
    remarks: [
      ...unknownKeys(defaults, [], SCENARIO_KEYS),
      ...entries.flatMap((entry, at) =>
        unknownKeys(mappingOf(entry) ?? {}, ['scenarios', at], SCENARIO_KEYS),
      ),
    ],
  };
}

/** `turnsIn` is where its turns stand, which may be at the top. */
function conversationOf(scenario: Mapping, name: string, path: Path, turnsIn: Path): Conversation {
  const whole = wholeRemarks(scenario, path);
  const turns = listOf(scenario.turns);
  if (!turns) {
    const why =
      'persona' in scenario ? 'a model plays the user, so nothing is said twice' : 'it has no list of turns';
    return { name, path, items: [], remarks: [...whole, refused(path, why)] };
  }
  const taken = turns.map((turn, at) => turnOf(turn, [...turnsIn, 'turns', at]));
  return {
    ...{ name, path },
    items: taken.flatMap(({ item }) => item ?? []),
    remarks: [...whole, ...taken.flatMap(({ remarks }) => remarks)],
  };
}

function wholeRemarks(scenario: Mapping, path: Path): readonly Remark[] {
  const { context, user, success } = scenario;
  return [
    ...(context === undefined
      ? []
      : [refused([...path, 'context'], 'no agent can be given a past that it had no part in')]),
    ...(mappingOf(user)?.modality === 'audio'
      ? [differs([...path, 'user'], 'what the user says is sent as text, and not spoken')]
      : []),
    ...(success === undefined ? [] : [lost([...path, 'success'], 'a model would have to judge it')]),
  ];
}
