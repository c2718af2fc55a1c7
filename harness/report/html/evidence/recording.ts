import type { LeaseStep, Step, Trip, Turn } from '../page/page.ts';
import { exchangesIn } from './exchanges.ts';
import { journeyIn } from './journey.ts';
import { leasesIn } from './leases.ts';
import { turnsIn } from './turns.ts';

/** What was recorded of a case, as far as the page shows it. */
export interface Recording {
  readonly journey: readonly Step[];
  readonly exchanges: readonly Trip[];
  readonly leases?: readonly LeaseStep[];
  readonly turns?: readonly Turn[];
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
  const recorded = files.filter(({ name }) => name === 'exchanges.ndjson');
  const exchanges = recorded.flatMap(({ text }) => exchangesIn(text, journey.length > 0 ? 0 : capBytes));
  const leases = recorded.flatMap(({ text }) => leasesIn(text));
  const turns = journey.length > 0 ? [] : recorded.flatMap(({ text }) => turnsIn(text));
  return {
    ...{ journey, exchanges },
    ...(leases.length > 0 && { leases }),
    ...(turns.length > 0 && { turns }),
  };
}
