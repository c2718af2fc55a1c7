/** Whether two JSON numbers denote the same value exactly; `1.0` is `1`, `-0` is not `0`, nothing is rounded. */
export function sameNumber(left: string, right: string): boolean {
  return left === right || canonical(left) === canonical(right);
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
