import type { Proof } from '../../report/proof.ts';
import { broken, held, type Rule } from '../rule.ts';

export const proofFigures: Rule = {
  id: 'proof-figures',
  says: 'Every mutant is killed, no case is vacuous or never killed, and nothing cries wolf.',
  keys: ['proof'],
  evaluate: ({ run: { report } }, policy) => {
    if (policy.proof === 'none') return held('the policy asks for none');
    const { standing, gates } = report.proof;
    if ((standing === 'other-subject' ? gates : standing) !== 'proven')
      return held('there is no proof whose figures could be short');
    const off = shortOf(report.proof);
    if (off.length === 0)
      return held(`${report.proof.mutantScore?.killed} mutants killed, 0 vacuous, 0 false alarms`);
    return broken(
      `the proof falls short: ${off[0]}`,
      'mend the gates, and prove them again: npx assay prove, --neutral, --broken',
      off,
    );
  },
};

function shortOf(proof: Proof): readonly string[] {
  const { mutantScore: score, unkilled, vacuous, falseAlarms } = proof;
  return [
    ...besideMatrix(proof),
    ...(score === undefined ? ['no mutant was tried'] : []),
    ...(score && score.killed !== score.total
      ? [`${score.killed} of ${score.total} mutants were killed`]
      : []),
    ...(unkilled === 0
      ? []
      : [
          unkilled === undefined
            ? 'cases that nothing kills were not counted'
            : `${unkilled} cases are killed by nothing`,
        ]),
    ...(vacuous === 0
      ? []
      : [vacuous === undefined ? 'vacuous cases were not counted' : `${vacuous} cases are vacuous`]),
    ...(falseAlarms === undefined ? ['false alarms were not counted'] : []),
    ...(falseAlarms && falseAlarms.alarms > 0 ? [`${falseAlarms.alarms} false alarms`] : []),
  ];
}

/** Figures that are not what the matrix beside them adds up to. */
function besideMatrix({ mutantScore: score, kills }: Proof): readonly string[] {
  if (!kills) return [];
  const killed = kills.faults.filter(
    ({ verdict, alive }) => verdict === 'killed' && alive.length === 0,
  ).length;
  const total = kills.faults.length;
  if (score?.killed === killed && score.total === total) return [];
  return [`the matrix of kills shows ${killed} of ${total} mutants killed, and the figures say otherwise`];
}
