import type { Comparison, Disagreement } from './compare.ts';
import type { Subjects } from './subjects.ts';
import { type Judged, VERSIONS } from './versions.ts';

const SHOWN = 20;

/** The result for a terminal: the disagreements, then a count for each version, then one closing line. */
export function renderComparison(comparison: Comparison, found: Subjects): string {
  const { disagreements } = comparison;
  const { payloads, notJson, subjects, faults } = found;
  const hidden = disagreements.length - SHOWN;
  return [
    ...disagreements.slice(0, SHOWN).map(renderDisagreement),
    ...(hidden > 0 ? [`… and ${hidden} more disagreements (--json prints all)`] : []),
    ...VERSIONS.map((version) => `${version}: ${counted(comparison.tallies[version])}`),
    ...(faults > 0
      ? [`${faults} faults in the corpus, not compared (\`assay corpus check\` names them)`]
      : []),
    `${subjects.length} documents from ${payloads} corpus payloads (${notJson} are not JSON) and the exemplars: ` +
      (disagreements.length === 0 ? 'no disagreement' : `${disagreements.length} disagreements`),
  ].join('\n');
}

function renderDisagreement({ subject, ours, official }: Disagreement): string {
  const change = subject.change ? ` (${subject.change})` : '';
  return [
    `${subject.origin}${change} as ${subject.version} ${subject.definition}`,
    `  ours:     ${verdict(ours)}`,
    `  official: ${verdict(official)}`,
  ].join('\n');
}

function verdict({ valid, errors }: Judged): string {
  const [first] = errors;
  if (valid || !first) return valid ? 'valid' : 'invalid';
  return `invalid at ${first.pointer || '/'}: ${first.message}`;
}

function counted(tally: Readonly<Record<string, number>>): string {
  const parts = Object.entries(tally).filter(([, count]) => count > 0);
  return parts.map(([name, count]) => `${count} ${name}`).join(', ') || 'nothing';
}
