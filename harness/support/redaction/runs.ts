/** Some digits that may encode text, from the first of a group on. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** What to look for. */
export interface Digits {
  /** The value of each byte that is a digit, -1 for all others. */
  readonly values: Int8Array;
  /** A group of so many digits begins with a byte of its own. */
  readonly group: number;
  /** The value of the first digit of a group is below it for a control character, */
  readonly firstOfText: number;
  /** and from here on for what is not ASCII. */
  readonly firstBeyond: number;
  /** Shorter runs are passed over. */
  readonly minimum: number;
}

/**
 * The runs of digits in some bytes that may encode text, each from where its groups seem to begin: letters and the like
 * may stand right before. Shorter words are leapt over, and of the digits only the first of each group are looked at.
 */
export function runsOf(bytes: Uint8Array, digits: Digits): readonly Run[] {
  const { values, minimum } = digits;
  const runs: Run[] = [];
  let start = 0;
  while (start + minimum <= bytes.length) {
    const gap = lastGap(bytes, values, start, start + minimum);
    if (gap >= start) {
      start = gap + 1;
      continue;
    }
    let end = start + minimum;
    while (end < bytes.length && (values[bytes[end] as number] as number) >= 0) end += 1;
    addPromising(runs, bytes, { start, end }, digits);
    start = end + 1;
  }
  return runs;
}

/** Where the last byte stands that is no digit, before the start if all are. */
function lastGap(bytes: Uint8Array, values: Int8Array, start: number, end: number): number {
  let at = end - 1;
  while (at >= start && (values[bytes[at] as number] as number) >= 0) at -= 1;
  return at;
}

function addPromising(runs: Run[], bytes: Uint8Array, { start, end }: Run, digits: Digits): void {
  for (let phase = 0; phase < digits.group; phase++) {
    const run = { start: start + phase, end };
    if (maySayText(bytes, run, digits)) runs.push(run);
  }
}

/**
 * Chance makes three of eight first digits those of ASCII and one of eight a control; text in any script has few of these.
 * The zeros of UTF-16 and UTF-32 count for nothing.
 */
function maySayText(
  bytes: Uint8Array,
  { start, end }: Run,
  { values, group, firstOfText, firstBeyond }: Digits,
): boolean {
  let [groups, ascii, controls, zeros] = [0, 0, 0, 0];
  for (let at = start; at < end; at += group) {
    const value = values[bytes[at] as number] as number;
    groups += 1;
    if (value === 0) zeros += 1;
    if (value < firstOfText) controls += 1;
    else if (value < firstBeyond) ascii += 1;
  }
  const isAscii = ascii * 8 >= (groups - zeros) * 5 && ascii * 5 >= groups;
  return isAscii || (groups >= 24 && controls * 32 <= groups);
}
