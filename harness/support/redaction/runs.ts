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
 * may stand right before. One pass, in which the first digits of the groups are looked at alone.
 */
export function runsOf(bytes: Uint8Array, digits: Digits): readonly Run[] {
  const { values, minimum } = digits;
  const runs: Run[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const start = at;
    while (at < bytes.length && (values[bytes[at] as number] as number) >= 0) at += 1;
    if (at - start >= minimum) addPromising(runs, bytes, { start, end: at }, digits);
  }
  return runs;
}

function addPromising(runs: Run[], bytes: Uint8Array, { start, end }: Run, digits: Digits): void {
  for (let phase = 0; phase < digits.group; phase++) {
    const run = { start: start + phase, end };
    if (maySayText(bytes, run, digits)) runs.push(run);
  }
}

/** Chance makes three of eight first digits those of ASCII and one of eight a control; text in any script has few of these. */
function maySayText(
  bytes: Uint8Array,
  { start, end }: Run,
  { values, group, firstOfText, firstBeyond }: Digits,
): boolean {
  let [groups, ascii, controls] = [0, 0, 0];
  for (let at = start; at < end; at += group) {
    const value = values[bytes[at] as number] as number;
    groups += 1;
    if (value < firstOfText) controls += 1;
    else if (value < firstBeyond) ascii += 1;
  }
  return ascii * 8 >= groups * 5 || (groups >= 24 && controls * 32 <= groups);
}
