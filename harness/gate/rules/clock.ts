import { broken, held, type Rule } from '../rule.ts';

/** Two machines may disagree by so much. */
const SKEW_MS = 300_000;

export const clock: Rule = {
  id: 'clock',
  says: 'Times are in order: nothing ends before it begins, or lies in the future.',
  keys: [],
  evaluate: ({ run, now }) => {
    const { startedAt, endedAt, proof } = run.report;
    const latest = Date.parse(now) + SKEW_MS;
    const back = run.log.state === 'read' ? run.log.stepsBack : 0;
    const off = [
      ...(Date.parse(endedAt) < Date.parse(startedAt)
        ? [`it ended at ${endedAt}, before it began at ${startedAt}`]
        : []),
      ...(Date.parse(endedAt) > latest ? [`it ended at ${endedAt}, and now is ${now}`] : []),
      ...(back > 0 ? [`the clock was set back ${back} times while it ran`] : []),
      ...(proof.at !== undefined && Date.parse(proof.at) > latest
        ? [`it was proven at ${proof.at}, and now is ${now}`]
        : []),
    ];
    if (off.length === 0) return held(`${startedAt} to ${endedAt}`);
    return broken(`times are out of order: ${off[0]}`, 'set the clocks right, and run again', off);
  },
};
