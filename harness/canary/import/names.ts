const MAX_CHARS = 64;

/** A name for the file of each conversation, in kebab-case and each once. */
export function fileNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name, at) => {
    const base = kebab(name) || `conversation-${at + 1}`;
    let free = base;
    for (let nth = 2; taken.has(free); nth += 1) free = cut(base, `-${nth}`);
    taken.add(free);
    return free;
  });
}

function kebab(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .match(/[a-z0-9]+/g);
  return cut((words ?? []).join('-'), '');
}

function cut(base: string, ending: string): string {
  return `${base.slice(0, MAX_CHARS - ending.length).replace(/-$/, '')}${ending}`;
}
