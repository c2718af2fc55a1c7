/** Whether two JSON numbers are written with the same digits: `7.0` is another spelling than `7`. */
export function sameNumber(left: string, right: string): boolean {
  return left === right;
}

/**
 * Whether `written` is `given` as a writer of doubles spells it, and no other value: `7.0` and `7e0` become `7`, and
 * nothing becomes `7.0`. What a double cannot hold has no such spelling.
 */
export function isRespelled(given: string, written: string): boolean {
  return written === spelled(Number(given)) && canonical(given) === canonical(written);
}

/** Whether two JSON numbers are the same number, however they are written; zero has no sign. */
export function sameValue(left: string, right: string): boolean {
  return unsignedZero(canonical(left)) === unsignedZero(canonical(right));
}

function unsignedZero(number: string): string {
  return number === '-0' ? '0' : number;
}

function spelled(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Sign, digits without outer zeros, and the power of ten of the last digit. */
function canonical(number: string): string {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return `${sign}0`;
  const exponent = BigInt(power) - BigInt(fraction.length) + BigInt(digits.length - significant.length);
  return `${sign}${significant}e${exponent}`;
}
