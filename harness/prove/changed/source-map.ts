import type { OwnService } from '../../environment/index.ts';
import type { ImportGraph } from './import-graph.ts';

/** What every part of a proof is made from, by paths from the project's root. */
export interface SourceMap {
  readonly graph: ImportGraph;
  /** Code by which all proofs are made. */
  readonly machinery: ReadonlySet<string>;
  readonly suites: readonly SuiteSources[];
  /** Code of each of our services. */
  readonly services: ReadonlyMap<OwnService, ReadonlySet<string>>;
  readonly planted: readonly PlantedSources[];
  /** Files that cases are made from, each with the ids of those cases. */
  readonly cases: ReadonlyMap<string, readonly string[]>;
}

/** The code of a suite. */
export interface SuiteSources {
  readonly name: string;
  /** By which it plans, performs and judges. */
  readonly judging: ReadonlySet<string>;
  /** By which it plants, beyond that. */
  readonly planting: ReadonlySet<string>;
}

/** What one thing that is planted depends on. */
export interface PlantedSources {
  readonly id: string;
  readonly suite: string;
  /** Code that says what it is: the files that hold it, and what they import. Absent when it is in none of them alone. */
  readonly planting?: ReadonlySet<string>;
  readonly stands: AtSeams | InAnotherWorld | OnTree;
}

/** In one service, in the place of functions of it. */
interface AtSeams {
  readonly at: 'seams';
  readonly service: OwnService;
  /** Code that defines those seams, and what it imports. */
  readonly modules: ReadonlySet<string>;
}

/** Beside whole services. */
interface InAnotherWorld {
  readonly at: 'world';
}

/** In a copied tree. */
interface OnTree {
  readonly at: 'tree';
  readonly ground: string;
  /** Files and folders that are copied, or that say how they are judged. */
  readonly sources: readonly string[];
}
