import type { Step, Trip } from '../page/page.ts';
import { exchangesIn } from './exchanges.ts';
import { journeyIn } from './journey.ts';

/** What was recorded of a case, as far as the page shows it. */
export interface Recording {
  readonly journey: readonly Step[];
  readonly exchanges: readonly Trip[];
}

/** The text of a file of evidence, by its name. */
export interface EvidenceText {
  readonly name: string;
  readonly text: string;
}

/**
 * Reads a recording out of files of evidence; what cannot be read as one is left to whoever opens the file. Where the
 * way of a payload is known, only what the exchanges were for is told of them. `capBytes` limits each payload.
 */
export function recordingOf(files: readonly EvidenceText[], capBytes: number): Recording {
  const journey = files
    .filter(({ name }) => name === 'record.json')
    .flatMap(({ text }) => journeyIn(text, capBytes));
  const exchanges = files
    .filter(({ name }) => name === 'exchanges.ndjson')
    .flatMap(({ text }) => exchangesIn(text, journey.length > 0 ? 0 : capBytes));
  return { journey, exchanges };
}
