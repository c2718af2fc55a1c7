/** The one place where the process environment is read; everything else gets values handed in. */
export const processEnv: Readonly<Record<string, string | undefined>> = process.env;

/** What the environment says about the terminal and the place where we run. */
export interface Terminal {
  readonly color: boolean;
  readonly columns: number;
  readonly interactive: boolean;
}

/** Reads `NO_COLOR`, `FORCE_COLOR` and `CI` for one output stream; a pipe gets no colour unless forced. */
export function terminalOf(stream: NodeJS.WriteStream): Terminal {
  const interactive = Boolean(stream.isTTY) && !isSet('CI');
  const forced = isSet('FORCE_COLOR') && processEnv.FORCE_COLOR !== '0';
  const color = !isSet('NO_COLOR') && (forced || Boolean(stream.isTTY));
  return { color, columns: stream.columns ?? 100, interactive };
}

/** The environment that child processes inherit: ours, with additions. */
export function childEnv(additions: Readonly<Record<string, string>>): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return { ...Object.fromEntries(inherited), ...additions };
}

function isSet(name: string): boolean {
  return (processEnv[name] ?? '') !== '';
}
