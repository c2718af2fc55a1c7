import { groupBy } from '../../support/group.ts';
import type { CaseReport, Report } from '../report.ts';
import { readEvidence } from './evidence/read-evidence.ts';
import { type Recording, recordingOf } from './evidence/recording.ts';
import { caseDetail } from './model/case-detail.ts';
import { pageHeading } from './model/headings.ts';
import { jsonOf, packedJson } from './pack.ts';
import { HEADINGS, type PageHeading } from './page/page.ts';

/** The details of all cases, in packed blocks of some dozens. */
export interface Blocks {
  readonly packed: readonly string[];
  /** In which block a case stands, by id. */
  readonly blockOf: ReadonlyMap<string, number>;
  /** Number of cases whose evidence is in there. */
  readonly embedded: number;
}

/** A block is unpacked as a whole when one of its cases is opened. */
const BLOCK_CHARS = 96 * 1024;
/** Of recordings the page takes no more than this, packed, and reads no more than that: a run of 10,000 cases has 100 MB. */
const ROOM_PACKED_CHARS = 1_300_000;
const ROOM_READ_BYTES = 64 * 1024 * 1024;
/** Of one case that needs no attention. */
const QUIET_READ_BYTES = 1024 * 1024;
const LOUD_READ_BYTES = 4 * 1024 * 1024;
const QUIET_DOC_BYTES = 8 * 1024;
const LOUD_DOC_BYTES = 48 * 1024;

const LOUD: readonly PageHeading[] = ['failed', 'errored', 'inconclusive', 'policy-changed', 'baselined'];

/**
 * Packs what is known of each case, with what was recorded of it as long as there is room: what needs attention first,
 * then the smallest suites, so that a large one crowds none out.
 */
export async function packCases(
  report: Report,
  directory: string,
  readBytes = ROOM_READ_BYTES,
): Promise<Blocks> {
  const blocks = new Packing();
  const room = { readBytes };
  let embedded = 0;
  for (const result of byAttention(report.cases)) {
    const hasRoom = blocks.recordedChars < ROOM_PACKED_CHARS;
    const recording = hasRoom ? record(result, directory, room) : undefined;
    if (recording) embedded += 1;
    await blocks.add(result.id, jsonOf(caseDetail(result, recording)), recording !== undefined);
  }
  return { ...(await blocks.end()), embedded };
}

/** What was recorded of a case, where it is not too much to read. */
export function record(
  result: CaseReport,
  directory: string,
  room: { readBytes: number } = { readBytes: LOUD_READ_BYTES },
): Recording | undefined {
  const isLoud = LOUD.includes(pageHeading(result));
  const most = Math.min(room.readBytes, isLoud ? LOUD_READ_BYTES : QUIET_READ_BYTES);
  const read = readEvidence(directory, result.evidence, most);
  if (!read) return undefined;
  room.readBytes -= read.bytes;
  return recordingOf(read.files, isLoud ? LOUD_DOC_BYTES : QUIET_DOC_BYTES);
}

function byAttention(cases: readonly CaseReport[]): readonly CaseReport[] {
  const rank = (each: CaseReport) => HEADINGS.indexOf(pageHeading(each));
  const sizes = new Map(
    [...groupBy(cases, ({ suite }) => suite)].map(([suite, { length }]) => [suite, length]),
  );
  const size = ({ suite }: CaseReport) => sizes.get(suite) ?? 0;
  return cases.toSorted((a, b) => rank(a) - rank(b) || size(a) - size(b));
}

/** Cases on their way into blocks. */
class Packing {
  readonly #packed: string[] = [];
  readonly #blockOf = new Map<string, number>();
  #open: string[] = [];
  #chars = 0;
  #hasRecording = false;
  /** Packed size of the blocks that hold a recording. */
  recordedChars = 0;

  async add(id: string, json: string, hasRecording: boolean): Promise<void> {
    this.#blockOf.set(id, this.#packed.length);
    this.#open.push(`${JSON.stringify(id)}:${json}`);
    this.#chars += json.length;
    this.#hasRecording ||= hasRecording;
    if (this.#chars >= BLOCK_CHARS) await this.#close();
  }

  async end(): Promise<Omit<Blocks, 'embedded'>> {
    if (this.#open.length > 0) await this.#close();
    return { packed: this.#packed, blockOf: this.#blockOf };
  }

  async #close(): Promise<void> {
    const block = await packedJson(`{${this.#open.join(',')}}`);
    this.#packed.push(block);
    if (this.#hasRecording) this.recordedChars += block.length;
    this.#open = [];
    this.#chars = 0;
    this.#hasRecording = false;
  }
}
