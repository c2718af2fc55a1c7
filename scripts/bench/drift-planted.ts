import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file of a tree: its path below the root. */
interface Written {
  readonly path: string;
  readonly text: string;
}

/** A package of a tree, with the forms in which its code gives a value to an enum. */
export interface Unit {
  readonly files: readonly Written[];
  readonly forms: readonly string[];
}

/** A tree as people keep them, made of units that are alike: any form in any unit can be given another value. */
export interface PlantedTree {
  readonly name: string;
  readonly filesPerUnit: number;
  readonly code: readonly string[];
  readonly migrations: string;
  migration(table: number): Written;
  /** Writes a unit on a table with `value` in one form, and values that the enum has in all others. */
  unit(unit: number, table: number, form: string | undefined, value: string): Unit;
}

/** A value that the schema lacks, and the form and place in which code has it. */
export interface Plant {
  readonly form: string;
  readonly file: string;
  readonly line: number;
}

export const SCHEMA_STATES = "'open', 'paid'";
const PLANTED_VALUE = 'mislaid';
const TABLES = 30;

/** Writes a tree of so many files of code; answers what is planted in it, each form once, or nothing of it. */
export function writePlanted(
  root: string,
  tree: PlantedTree,
  files: number,
  isPlanted: boolean,
): readonly Plant[] {
  const plants: Plant[] = [];
  for (let table = 0; table < TABLES; table += 1) write(root, tree.migration(table));
  for (let at = 0; at < Math.floor(files / tree.filesPerUnit); at += 1) {
    const table = at % TABLES;
    const clean = tree.unit(at, table, undefined, PLANTED_VALUE);
    const form = isPlanted
      ? clean.forms.find((one) => !plants.some((plant) => plant.form === one))
      : undefined;
    const unit = form === undefined ? clean : tree.unit(at, table, form, PLANTED_VALUE);
    for (const file of unit.files) write(root, file);
    if (form !== undefined) plants.push(plantIn(unit, form));
  }
  const code = JSON.stringify(tree.code);
  write(root, {
    path: 'enum.yaml',
    text: `version: 1\nname: bench\nroot: .\nmigrations: { folder: ${tree.migrations} }\ncode: { include: ${code} }\nlimits: { unresolved: 1000000 }\n`,
  });
  return plants;
}

function plantIn({ files }: Unit, form: string): Plant {
  const [only, ...more] = files.filter(({ text }) => text.includes(PLANTED_VALUE));
  if (!only || more.length > 0) throw new Error(`‘${form}’ is to be written in one file`);
  const { path, text } = only;
  return { form, file: path, line: text.slice(0, text.indexOf(PLANTED_VALUE)).split('\n').length };
}

function write(root: string, { path, text }: Written): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** What a report says of a tree, as far as it matters here. */
export interface PlantedReport {
  readonly findings: readonly {
    readonly file: string;
    readonly line: number;
    readonly severity: string;
    readonly value?: string;
  }[];
  readonly unresolved: readonly { readonly file: string; readonly line: number }[];
}

/** How a report takes what is planted: each drift is found at its line, counted in its file, or missed. */
export function judgePlants(
  plants: readonly Plant[],
  { findings, unresolved }: PlantedReport,
): {
  readonly found: readonly Plant[];
  readonly counted: readonly Plant[];
  readonly missed: readonly Plant[];
  readonly falseAlarms: PlantedReport['findings'];
} {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const isAt = (plant: Plant) => (place: { readonly file: string; readonly line: number }) =>
    place.file === plant.file && place.line === plant.line;
  const found = plants.filter((plant) => errors.some(isAt(plant)));
  const rest = plants.filter((plant) => !found.includes(plant));
  const counted = rest.filter((plant) => unresolved.some(({ file }) => file === plant.file));
  return {
    found,
    counted,
    missed: rest.filter((plant) => !counted.includes(plant)),
    falseAlarms: errors.filter((error) => !plants.some((plant) => isAt(plant)(error))),
  };
}

const WORDS = ['state', 'order', 'update', 'note', 'filter', 'open'];

/** Code that has nothing to do with the database, although it speaks of the same things. */
export function plain(language: 'go' | 'ts', name: string, file: number): string {
  const parts = WORDS.map((word, place) =>
    language === 'go' ? goPart(word, file, place) : scriptPart(word, file, place),
  );
  return language === 'go' ? `package ${name}\n\nimport "fmt"\n${parts.join('')}` : parts.join('\n');
}

function goPart(word: string, file: number, place: number): string {
  return `
// Count${file}x${place} tells how many items are in the ${word} that is asked for.
func Count${file}x${place}(items map[string]int, ${word} string) (int, error) {
	total := 0
	for name, value := range items {
		switch name {
		case "gone", ${word}:
			total += value * ${place}
		default:
			fmt.Printf("${word} %s is worth %d (update later)\\n", name, value)
		}
	}
	return total, nil
}
`;
}

function scriptPart(word: string, file: number, place: number): string {
  return `/** How many items are in the ${word} that is asked for. */
export function count${file}x${place}(items: ReadonlyMap<string, number>, ${word}: string): number {
  let total = 0;
  for (const [name, value] of items) {
    if (name === 'gone' || name === ${word}) total += value * ${place};
    else console.log(\`${word} \${name} is worth \${value} (update later)\`);
  }
  return total;
}
`;
}
