/** Whether a version of Node lies in a range such as `^20.19 || >=24`; scripts/bootstrap.mjs asks the same before packages are there. */
export function isInNodeRange(version: string, range: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return range.split('||').some((part) => {
    const [, sign, from, least = '0'] = /^\s*(\^|>=)(\d+)(?:\.(\d+))?\s*$/.exec(part) ?? [];
    if (sign === '>=' && major > Number(from)) return true;
    return major === Number(from) && minor >= Number(least);
  });
}
