import { UsageError } from '../../support/errors.ts';
import { nearest } from '../../support/nearest.ts';
import { a2aProof } from './a2a-proof/format.ts';
import type { Format } from './conversation.ts';
import { pipecat } from './pipecat/format.ts';
import { promptfoo } from './promptfoo/format.ts';
import { rasa } from './rasa/format.ts';
import type { Source } from './source.ts';
import { mappingOf } from './values.ts';

const FORMATS: readonly Format[] = [pipecat, a2aProof, promptfoo, rasa];

/** The names by which formats are chosen. */
export const FORMAT_NAMES: readonly string[] = FORMATS.map(({ name }) => name);

/** The format of a file, by its name where one is given, else by its keys. Throws `UsageError` where that does not tell. */
export function formatOf({ file, document }: Source, name?: string): Format {
  if (name !== undefined) {
    const format = FORMATS.find((each) => each.name === name);
    if (format) return format;
    throw new UsageError({ code: 'UNKNOWN_FORMAT', message: `There is no format "${name}".`, fix: known() });
  }
  const likely = FORMATS.filter((format) => format.isLikely(document));
  const [format] = likely;
  if (format && likely.length === 1) return format;
  const what = format
    ? `could be one of ${likely.map((each) => each.name).join(' and ')}`
    : 'is of no format that can be imported';
  throw new UsageError({
    code: 'UNKNOWN_FORMAT',
    message: `The file ${file} ${what}.`,
    details: format ? [] : slipsIn(document),
    fix: known(),
  });
}

function known(): string {
  return `Give one with --format: ${FORMAT_NAMES.join(', ')}. canaries/README.md tells what each looks like.`;
}

/** Keys at the top that are almost keys of a format. */
function slipsIn(document: unknown): readonly string[] {
  const keys = Object.keys(mappingOf(document) ?? {});
  return FORMATS.flatMap((format) =>
    keys.flatMap((key) => {
      const meant = nearest(key, format.keys);
      return meant === undefined || meant === key
        ? []
        : [`It has the key \`${key}\`; did you mean \`${meant}\`, as ${format.name} has it?`];
    }),
  );
}
