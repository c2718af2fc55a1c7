import type { FindingText } from '../page.ts';

/** A path as findings write it, at the beginning of what was expected or seen: `params.message.parts[0].text`. */
const PATH = /^((?:params|result|error|id|jsonrpc|method)(?:\.[A-Za-z_$][\w$]*|\[\d+\])*)(?=\s|$)/;

/** The places that findings speak of, as paths of rows: `params.message.parts.0.text`. */
export function accusedIn(findings: readonly FindingText[]): ReadonlySet<string> {
  const texts = findings.flatMap(({ expected, actual }) => [actual, ...expected]);
  const paths = texts.flatMap((text) => PATH.exec(text)?.[1] ?? []);
  return new Set(paths.map((path) => path.replace(/\[(\d+)\]/g, '.$1')));
}
