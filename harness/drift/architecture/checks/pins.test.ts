import { describe, expect, test } from 'vitest';
import { emptyIn, foundBy } from '../testing.ts';

describe('noField', () => {
  const check = { files: ['**'], type: 'Body', fields: ['force'] };

  test('finds a Go field by its name, among several, by its tag, and in an interface', () => {
    const text =
      'package a\n\ntype Body struct {\n\tDir, Force string\n\tX bool `json:"force"`\n\tY bool `json:"forced"`\n}\n';
    expect(foundBy('noField', check, { 'a.go': text })).toEqual(['a.go:4:2 Dir', 'a.go:5:2 X']);
    const methods = 'package a\n\ntype Body interface {\n\tForce() bool\n}\n';
    expect(foundBy('noField', check, { 'a.go': methods })).toEqual(['a.go:4:2 Force']);
  });

  test('finds it in the anonymous struct of a variable or a function, and not in the one beside it', () => {
    const text =
      'package a\n\nfunc Body() {\n\tvar b struct {\n\t\tForce bool\n\t}\n}\n\nfunc Other() {\n\tvar b struct{ Force bool }\n}\n';
    expect(foundBy('noField', check, { 'a.go': text })).toEqual(['a.go:5:3 Force']);
  });

  test('follows embedding into other files of the package', () => {
    const files = {
      'p/a.go': 'package p\n\ntype Body struct {\n\t*Options\n}\n',
      'p/b.go': 'package p\n\ntype Options struct {\n\tForce bool\n}\n',
      'q/b.go': 'package q\n\ntype Options struct {\n\tForce bool\n}\n',
    };
    expect(foundBy('noField', check, files)).toEqual(['p/b.go:4:2 Force']);
  });

  test('finds it in TypeScript interfaces, classes, aliases and what they extend', () => {
    const text = [
      'interface Base { force?: boolean }',
      'interface Body extends Base { dir: string }',
      'class Other { force = 1 }',
    ].join('\n');
    expect(foundBy('noField', check, { 'a.ts': text })).toEqual(['a.ts:1:18 force']);
    expect(
      foundBy('noField', check, { 'a.ts': "type Body = { dir: string } & { 'force': boolean };\n" }),
    ).toEqual(['a.ts:1:33 force']);
    expect(
      foundBy('noField', check, {
        'a.ts': 'class Body { constructor(readonly force: boolean, forced: string) {} }\n',
      }),
    ).toEqual(['a.ts:1:26 force']);
  });

  test('finds it in Python classes, in annotations, in __init__ and by alias', () => {
    const text =
      'class Body(Base):\n    dir: str\n    x: bool = Field(alias="force")\n\n    def __init__(self):\n        force = 1\n        self.force = force\n';
    expect(foundBy('noField', check, { 'a.py': text })).toEqual(['a.py:3:5 x', 'a.py:7:9 force']);
  });

  test('says so when the type is gone', () => {
    expect(emptyIn('noField', check, { 'a.go': 'package a\n' })).toEqual(['type: nothing is called ‘Body’']);
  });
});

describe('smaller', () => {
  const pair = (left: string, right: string, file = 'a.go') => ({
    left: { files: [file], name: left },
    than: { files: [file], name: right },
    factor: 1,
    orEqual: false,
  });

  test.each([
    ['2 * time.Minute', '5 * time.Minute', true],
    ['5 * time.Minute', '300 * time.Second', false],
    ['time.Duration(90) * time.Second', 'time.Minute + 31*time.Second', true],
    ['time.Hour / 2', '30 * time.Minute', false],
    ['1500 * time.Millisecond', '2e9 * time.Nanosecond', true],
  ])('compares the Go durations %s and %s', (a, b, holds) => {
    const text = `package a\n\nconst (\n\tRenew = ${a}\n\tLease = ${b}\n)\n`;
    expect(foundBy('smaller', pair('Renew', 'Lease'), { 'a.go': text })).toEqual(
      holds ? [] : ['a.go:4:2 Renew'],
    );
  });

  test('works constants out through each other, across the files of a folder', () => {
    const files = {
      'a.go': 'package a\n\nconst Renew = unit * 6\nconst Lease = 5 * time.Minute\n',
      'b.go': 'package a\n\nconst unit = base\nconst base = time.Minute\n',
    };
    expect(foundBy('smaller', pair('Renew', 'Lease'), files)).toEqual(['a.go:3:7 Renew']);
  });

  test('takes the unit of a bare number from its name or from the rule', () => {
    const text =
      'const renewMs = 120_000 as const;\nconst ttl = { ttl_seconds: 300 };\nconst LEASE_S = 0x78;\n';
    expect(foundBy('smaller', pair('renewMs', 'ttl_seconds', 'a.ts'), { 'a.ts': text })).toEqual([]);
    expect(foundBy('smaller', pair('renewMs', 'LEASE_S', 'a.ts'), { 'a.ts': text })).toEqual([
      'a.ts:1:7 renewMs',
    ]);
  });

  test('refuses to compare a time with a bare number, and what it cannot work out', () => {
    const text = 'const renewMs = 120;\nconst lease = 300;\nconst other = read();\n';
    expect(foundBy('smaller', pair('renewMs', 'lease', 'a.ts'), { 'a.ts': text })).toHaveLength(1);
    expect(foundBy('smaller', pair('lease', 'other', 'a.ts'), { 'a.ts': text })).toHaveLength(1);
  });

  test('ends on constants that name each other', () => {
    const text = 'const a = b;\nconst b = a;\n';
    expect(foundBy('smaller', pair('a', 'b', 'a.ts'), { 'a.ts': text })).toHaveLength(1);
  });
});

describe('names', () => {
  const rule = { match: 'equal', ignore: [] } as const;
  const values = ['a', 'b'];

  test.each([
    ['a.go', 'package x\n\nvar Names = []string{"a", "b"}\n'],
    ['a.go', 'package x\n\nvar Names = map[string]bool{"a": true, `b`: false}\n'],
    ['a.ts', "export const Names = ['a', `b`] as const satisfies string[];\n"],
    ['a.ts', "const Names = new Set<string>([\n  'a', // 'c'\n  'b',\n]);\n"],
    ['a.py', 'Names = frozenset({\'a\', "b"})\n'],
    ['a.py', "Names: tuple[str, ...] = ('a', 'b')\n"],
  ])('reads a list of %s: %s', (file, text) => {
    expect(
      foundBy(
        'names',
        { ...rule, left: { files: [file], list: 'Names' }, right: { values } },
        { [file]: text },
      ),
    ).toEqual([]);
  });

  test('reads typed constants and enum members', () => {
    const go =
      'package x\n\ntype Kind string\n\nconst (\n\tA Kind = "a"\n\tB = Kind("b")\n\tC string = "c"\n)\n';
    expect(
      foundBy(
        'names',
        { ...rule, left: { files: ['a.go'], constants: { type: 'Kind' } }, right: { values } },
        { 'a.go': go },
      ),
    ).toEqual([]);
    const ts = "enum Kind { A = 'a', B = 'b' }\nenum Other { C = 'c' }\n";
    expect(
      foundBy(
        'names',
        { ...rule, left: { files: ['a.ts'], constants: { type: 'Kind' } }, right: { values } },
        { 'a.ts': ts },
      ),
    ).toEqual([]);
  });

  test('shows a name that is too much at its own place and one that is missing at the list', () => {
    const files = { 'a.py': '\nNAMES = ["a", "x", "y"]\n' };
    expect(
      foundBy('names', { ...rule, left: { files: ['a.py'], list: 'NAMES' }, right: { values } }, files),
    ).toEqual(['a.py:2:15 x', 'a.py:2:20 y', 'a.py:2:1 b']);
  });

  test('reads one name for another as a renaming', () => {
    const files = { 'a.py': 'NAMES = ["a", "c"]\n' };
    expect(
      foundBy('names', { ...rule, left: { files: ['a.py'], list: 'NAMES' }, right: { values } }, files),
    ).toEqual(['a.py:1:15 c']);
  });

  test('captures names with a pattern', () => {
    const files = { 'a.go': 'package x\n\nfunc f(b B) { b.Emit("a"); b.Emit(name); b.Emit("c", 1) }\n' };
    const left = { files: ['a.go'], captures: ['$_.Emit($NAME, $$$)', '$_.Emit($NAME)'], only: '^[a-c]$' };
    expect(foundBy('names', { ...rule, match: 'subset', left, right: { values } }, files)).toEqual([
      'a.go:3:49 c',
    ]);
  });

  test('compares the environment of code, compose files and dotenv files', () => {
    const files = {
      'a.ts': "const { A } = process.env;\nconst b = process.env['B'] ?? process.env.C;\n",
      'b.py': 'import os\nx = os.getenv("D") or os.environ["E"]\n',
      'c.go': 'package c\n\nvar v, ok = os.LookupEnv("F")\n',
      'compose.yaml':
        'services:\n  one:\n    environment: { A: 1, B: 2 }\n  two:\n    environment:\n      - C=3\n      - D\n',
      '.env': '# G=1\nexport E=1\n',
    };
    const check = {
      ...rule,
      left: { files: ['**/*.{ts,py,go}'], environment: true },
      right: { files: ['compose.yaml', '.env'], environment: true },
    } as const;
    expect(foundBy('names', check, files)).toEqual(['c.go:3:13 F']);
  });

  test('compares places in YAML and JSON with a star for any step', () => {
    const files = {
      'a.yml': 'jobs:\n  x: { steps: [{ name: a }, { run: z }] }\n  y: { steps: [{ name: b }] }\n',
      'b.json': '{ "names": ["a", "b", "c"] }',
    };
    const left = { files: ['a.yml'], key: 'jobs.*.steps.*.name' };
    expect(foundBy('names', { ...rule, left, right: { files: ['b.json'], key: 'names' } }, files)).toEqual([
      'a.yml:2:24 c',
    ]);
  });
});

describe('absent and size', () => {
  test('find a pattern in code, not in comments and texts', () => {
    const files = {
      'a.ts': '// process.env\nconst a = "process.env";\nconst b = process.env.B;\nconst c = process?.env;\n',
    };
    expect(foundBy('absent', { files: ['**'], patterns: ['process.env'] }, files)).toEqual([
      'a.ts:3:11 process.env',
      'a.ts:4:11 process?.env',
    ]);
  });

  test('count lines with and without a last line break', () => {
    const files = { 'a.ts': 'a\nb\nc\n', 'b.ts': 'a\nb\nc', 'c.ts': 'a\nb\n' };
    expect(foundBy('size', { files: ['**'], maxLines: 2 }, files)).toEqual([
      'a.ts:3:1 3 lines',
      'b.ts:3:1 3 lines',
    ]);
  });
});
