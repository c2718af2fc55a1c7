import type { PlantedSources, SourceMap, SuiteSources } from './source-map.ts';

/** What a changed file touches. */
export interface Reach {
  readonly file: string;
  /** Ids of things that are planted. */
  readonly planted: ReadonlySet<string>;
  /** Ids of cases that are made from it. */
  readonly cases: ReadonlySet<string>;
  /** A document or a test: no verdict depends on it. */
  readonly isBeside: boolean;
  /** What it touches and why, in a few words each. */
  readonly words: readonly string[];
}

/** Things that are planted, by one kind of dependency. */
interface Part {
  readonly planted: readonly PlantedSources[];
  readonly why: string;
}

/** Follows a changed file to what depends on it. What nobody can follow touches everything, never nothing. */
export function reachOf(map: SourceMap, file: string): Reach {
  const cases = map.cases.get(file) ?? [];
  const trees = treeParts(map, file);
  const isBeside = trees.length === 0 && BESIDE.test(file);
  const parts = isBeside ? [] : [...codeParts(map, file), ...trees, ...dataParts(map, file, trees)];
  const words = [
    ...parts.map(({ planted, why }) => `${planted.length} ${why}`),
    ...(cases.length > 0 ? [`what must turn red in ${cases.join(', ')}`] : []),
  ];
  const nothing = isBeside ? 'nothing: a document or a test' : 'nothing: no proof runs it';
  return {
    ...{ file, isBeside, cases: new Set(cases) },
    planted: new Set(parts.flatMap(({ planted }) => planted.map(({ id }) => id))),
    words: words.length > 0 ? words : [nothing],
  };
}

/** Documents, tests and what helps them, and what is for tools alone. The fixtures are none of these: they are judged. */
const BESIDE = /\.md$|^LICENSE$|\.test\.ts$|(?:^|\/)test-support\/|(?:^|\/)\.|^biome\.json$/;
const CODE = /\.[cm]?[jt]sx?$/;

function codeParts(map: SourceMap, file: string): readonly Part[] {
  if (!map.graph.has(file)) return [];
  if (map.machinery.has(file)) return some(map.planted, 'everywhere: every proof is made with it');
  return [...map.suites.flatMap((suite) => suiteParts(map, suite, file)), ...serviceParts(map, file)];
}

function suiteParts({ planted }: SourceMap, suite: SuiteSources, file: string): readonly Part[] {
  const own = planted.filter((each) => each.suite === suite.name);
  if (suite.judging.has(file))
    return some(own, `of ${suite.name}: its cases are performed or judged with it`);
  if (!suite.planting.has(file)) return [];
  const held = own.filter(({ planting }) => planting?.has(file));
  if (held.length === 0) return some(own, `of ${suite.name}: it lists or makes them`);
  return some([...held, ...own.filter(({ planting }) => !planting)], `of ${suite.name} that it plants`);
}

function serviceParts({ services, planted }: SourceMap, file: string): readonly Part[] {
  const changed = [...services].filter(([, code]) => code.has(file)).map(([service]) => service);
  const besideThem = changed.length > 0 ? planted.filter(({ stands }) => stands.at === 'world') : [];
  const atSeams = changed.flatMap((service) => {
    const own = planted.filter(({ stands }) => stands.at === 'seams' && stands.service === service);
    const made = own.filter(({ stands }) => stands.at === 'seams' && stands.modules.has(file));
    if (made.length > 0) return some(made, `at seams of ${service} that are made with it`);
    return some(own, `at seams of ${service}: all of them, for none is made with it`);
  });
  return [...atSeams, ...some(besideThem, 'beside whole services')];
}

function treeParts({ planted }: SourceMap, file: string): readonly Part[] {
  const found = planted.flatMap((each) => {
    const { stands } = each;
    return stands.at === 'tree' && stands.sources.some((source) => isIn(file, source))
      ? [{ each, ground: stands.ground }]
      : [];
  });
  const grounds = [...new Set(found.map(({ ground }) => ground))];
  return grounds.map((ground) => ({
    planted: found.filter((one) => one.ground === ground).map(({ each }) => each),
    why: `on the ${ground}`,
  }));
}

function isIn(file: string, source: string): boolean {
  return file === source || file.startsWith(`${source}/`);
}

/** Files that are read and not imported: who reads them is known of cases and of the trees below `specs/` alone. */
function dataParts({ planted, cases }: SourceMap, file: string, trees: readonly Part[]): readonly Part[] {
  if (CODE.test(file) || cases.has(file)) return [];
  if (file.startsWith('specs/') && trees.length > 0) return [];
  if (!/^(?:compose|corpus)\//.test(file)) return some(planted, 'everywhere: anything may read it');
  return some(
    planted.filter(({ stands }) => stands.at !== 'tree'),
    'in worlds: services or cases may read it',
  );
}

function some(planted: readonly PlantedSources[], why: string): readonly Part[] {
  return planted.length === 0 ? [] : [{ planted, why }];
}
