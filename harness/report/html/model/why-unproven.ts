import { casesInWords, counted } from '../../../support/plural.ts';
import type { Proof } from '../../proof.ts';

const DAY_MS = 86_400_000;

/** From this age on a proof says nothing of today's gates. */
const OLD_PROOF_DAYS = 30;

/** Why gates are not proven, as the second half of a sentence; nothing where they are, or where nobody can say. */
export function whyUnproven(proof: Proof, at: string): string | undefined {
  switch (proof.standing === 'other-subject' ? proof.gates : proof.standing) {
    case 'never':
      return 'nothing shows that these gates can fail: they were never proven';
    case 'outdated':
      return 'the gates were proven in another state than the one that judged here';
    case 'proven':
      return weakness(proof) ?? oldProof(proof, at);
    default:
      return undefined;
  }
}

function weakness({ mutantScore, unkilled = 0, vacuous, falseAlarms }: Proof): string | undefined {
  if (!mutantScore) return 'no regression was planted to see them fail';
  if (mutantScore.killed < mutantScore.total)
    return `${counted(mutantScore.total - mutantScore.killed, 'known regression')} would go unnoticed`;
  if (unkilled > 0) return `${casesInWords(unkilled)} would notice no known regression`;
  if (vacuous === undefined) return 'nobody has tried whether a broken subject would pass';
  if (vacuous > 0) return `${casesInWords(vacuous)} would pass against a broken subject`;
  if (!falseAlarms) return 'nobody has tried whether they cry wolf';
  if (falseAlarms.alarms > 0) return `${casesInWords(falseAlarms.alarms)} would go red without a regression`;
  return undefined;
}

function oldProof({ at }: Proof, endedAt: string): string | undefined {
  if (at === undefined) return undefined;
  const days = Math.floor((Date.parse(endedAt) - Date.parse(at)) / DAY_MS);
  return days > OLD_PROOF_DAYS ? `their proof was ${days} days old` : undefined;
}
