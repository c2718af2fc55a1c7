import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exchange } from '../wire/exchange.ts';
import { type CaseRecord, trimExchange, trimRecord } from './corpus/case-record.ts';

const BODY_CAP_BYTES = 64 * 1024;

/** The files that prove one case's verdict; exchanges reach the disk before anything is judged. */
export interface Evidence {
  /** Paths relative to the run directory, of the files written so far. */
  files(): readonly string[];
  exchange(exchange: Exchange): void;
  record(record: CaseRecord): void;
  logs(lines: readonly string[]): void;
}

/** Opens the evidence folder of one case, `evidence/<case id>/` in the run directory. */
export function openEvidence(runDirectory: string, caseId: string): Evidence {
  const folder = join('evidence', caseId);
  const written = new Set<string>();
  mkdirSync(join(runDirectory, folder), { recursive: true });
  const place = (name: string) => {
    written.add(join(folder, name));
    return join(runDirectory, folder, name);
  };
  return {
    files: () => [...written],
    exchange: (exchange) => {
      const line = JSON.stringify(trimExchange(exchange, BODY_CAP_BYTES));
      appendFileSync(place('exchanges.ndjson'), `${line}\n`);
    },
    record: (record) =>
      writeFileSync(place('record.json'), JSON.stringify(trimRecord(record, BODY_CAP_BYTES), null, 1)),
    logs: (lines) => writeFileSync(place('platform.log'), lines.map((line) => `${line}\n`).join('')),
  };
}
