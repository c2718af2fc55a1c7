import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../../support/errors.ts';
import { escapePattern } from '../../../support/escape-pattern.ts';
import { didYouMean } from '../../../support/nearest.ts';
import { anyOf } from '../patterns.ts';
import { differs, inAnyCase, type Path, type Remark, refused } from '../remark.ts';
import { readSource } from '../source.ts';
import { type Taken, takes, takesNothing } from '../taken.ts';
import { listOf, mappingOf, textOf } from '../values.ts';

/** The responses of an assistant by name, each with its variations as they stand in the domain. */
export type Domain = ReadonlyMap<string, readonly unknown[]>;

/** Reads a domain from a file, or from all files of a folder. Throws `UsageError` where there is no response in it. */
export async function readDomain(place: string): Promise<Domain> {
  const isFolder = await stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const names = isFolder ? (await readdir(place)).filter((name) => /\.ya?ml$/.test(name)) : [];
  const files = isFolder ? names.sort().map((name) => join(place, name)) : [place];
  const sources = await Promise.all(files.map(readSource));
  const domain = new Map<string, readonly unknown[]>(
    sources.flatMap(({ document }) =>
      Object.entries(mappingOf(mappingOf(document)?.responses) ?? {}).map(
        ([name, variations]) => [name, listOf(variations) ?? []] as const,
      ),
    ),
  );
  if (domain.size > 0) return domain;
  throw new UsageError({
    code: 'NO_RESPONSES',
    message: `The domain ${place} has no \`responses\`, so it does not tell what an agent utters.`,
    fix: 'Give --domain the file of the domain, or its folder.',
  });
}

/** Holds a reply to one of the texts of a response; `made` makes a pattern for the reply of the pattern for them. */
export function uttered(
  name: string,
  path: Path,
  domain: Domain | undefined,
  made: (pattern: string) => string,
): Taken {
  if (!domain)
    return takesNothing(refused(path, `what ${name} says stands in the domain: give that with --domain`));
  const variations = domain.get(name);
  if (!variations)
    return takesNothing(
      refused(path, `the domain has no response ${name}. ${didYouMean(name, [...domain.keys()])}`),
    );
  const texts = variations.map((each) => textOf(mappingOf(each)?.text)?.trim());
  const why = whyNot(variations, texts);
  if (why !== undefined) return takesNothing(refused(path, `${name} ${why}`));
  const known = texts.flatMap((text) => text ?? []);
  return takes({ matches: [made(anyOf(known.map(patternOf)))] }, remarksOn(known, path));
}

function whyNot(variations: readonly unknown[], texts: readonly (string | undefined)[]): string | undefined {
  if (texts.length === 0 || texts.includes(undefined)) return 'has a variation without a text';
  const isRephrased = variations.some((each) => mappingOf(mappingOf(each)?.metadata)?.rephrase === true);
  return isRephrased ? 'is rephrased by a model, so its words are not known' : undefined;
}

const SLOT = /\{[a-zA-Z_]\w*\}/;

function patternOf(text: string): string {
  return text.split(SLOT).map(escapePattern).join(String.raw`[\s\S]+`);
}

function remarksOn(texts: readonly string[], path: Path): readonly Remark[] {
  return [
    ...inAnyCase(path, texts),
    ...(texts.some((text) => SLOT.test(text))
      ? [differs(path, 'any words may stand where a slot does')]
      : []),
  ];
}
