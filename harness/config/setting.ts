/** How a value of a setting would be written where it was given, such as `--workers 2` or `ASSAY_WORKERS=2`. */
export type Spelling = (value: string | number) => string;

/** A setting as it was given. */
export interface Setting {
  readonly text: string;
  readonly spelling: Spelling;
}

/** Where a setting may be given. */
export interface Sources {
  readonly flags: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly file: Readonly<Record<string, unknown>>;
  /** Where `file` lies, for messages. */
  readonly path: string;
}

/** A value that was given as a flag. */
export function flagSpelling(flag: string): Spelling {
  return (value) => `${flag} ${value}`;
}

/** The first of flag, variable and file that gives a setting, empty ones apart; nothing when none does. */
export function settingOf(name: string, { flags, env, file, path }: Sources): Setting | undefined {
  const variable = `ASSAY_${name.toUpperCase()}`;
  const given: readonly (readonly [unknown, Spelling])[] = [
    [flags[name], flagSpelling(`--${name}`)],
    [env[variable], (value) => `${variable}=${value}`],
    [file[name], (value) => `${name}: ${value} in ${path}`],
  ];
  const found = given.find(([value]) => value !== undefined && value !== '');
  return found && { text: String(found[0]), spelling: found[1] };
}
