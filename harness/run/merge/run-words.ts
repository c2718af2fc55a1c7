/** Options of `assay run` by which one shard may differ from another, each with its value. */
const OF_ONE_SHARD = ['--shard', '--out'];

/** The words of a command line without those that are a shard's own. */
export function runWords(argv: readonly string[]): readonly string[] {
  const isOwn = (word: string) => OF_ONE_SHARD.some((name) => word === name || word.startsWith(`${name}=`));
  const isValue = (position: number) => OF_ONE_SHARD.includes(argv[position - 1] ?? '');
  return argv.filter((word, position) => !isOwn(word) && !isValue(position));
}
