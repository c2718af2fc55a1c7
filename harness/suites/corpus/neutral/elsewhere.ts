/** An offset that is no whole hour, and a language whose capitals are others. */
export const ELSEWHERE = { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } as const;

const OFFSET_MINUTES = -345;

/** Throws when this process is not there: then nothing is planted, and nothing shown. */
export function mustBeElsewhere(): void {
  const offset = new Date().getTimezoneOffset();
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  if (offset !== OFFSET_MINUTES || locale !== 'tr-TR') {
    throw new Error(`the process is not elsewhere: its offset is ${offset}, its language ${locale}`);
  }
}
