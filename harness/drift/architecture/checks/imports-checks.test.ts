import { describe, expect, test } from 'vitest';
import { emptyIn, foundBy } from '../testing.ts';

const GO = { 'go.mod': 'module app\n' };
const go = (name: string, ...imports: readonly string[]) =>
  `package ${name}\n${imports.map((path) => `import "app/${path}"\n`).join('')}`;

describe('forbidden', () => {
  const check = { from: ['low/'], to: ['high/'], modules: [], transitive: false };
  const tree = {
    ...GO,
    'low/a.go': go('low', 'mid'),
    'mid/m.go': go('mid', 'high'),
    'high/h.go': go('high'),
  };

  test('passes over what is only reached through others, unless it is transitive', () => {
    expect(foundBy('forbidden', check, tree)).toEqual([]);
    expect(foundBy('forbidden', { ...check, transitive: true }, tree)).toEqual(['low/a.go:2:8 high']);
  });

  test('finds an import of a package that does not exist', () => {
    const broken = { ...tree, 'low/b.go': go('low', 'high/new') };
    expect(foundBy('forbidden', check, broken)).toEqual(['low/b.go:2:8 high/new']);
  });

  test('knows a module of others with everything below it, and nothing that merely begins alike', () => {
    const files = {
      'low/a.ts': "import 'express';\nimport 'express/lib';\nimport 'expressive';\nimport 'node:fs';\n",
    };
    expect(foundBy('forbidden', { ...check, to: [], modules: ['express', 'fs'] }, files)).toEqual([
      'low/a.ts:1:8 express',
      'low/a.ts:2:8 express/lib',
      'low/a.ts:4:8 node:fs',
    ]);
  });

  test('names a glob that matches nothing on either side', () => {
    const wrong = { ...check, from: ['low/', 'lwo/'], to: ['hihg/'] };
    expect(emptyIn('forbidden', wrong, tree)).toEqual([
      'from: no file matches ‘lwo/’',
      'to: no file matches ‘hihg/’',
    ]);
  });

  test('ends on imports that go in circles', () => {
    const circle = { ...tree, 'mid/m.go': go('mid', 'low') };
    expect(foundBy('forbidden', { ...check, transitive: true }, circle)).toEqual([]);
  });
});

describe('leaf', () => {
  test('lets a package import itself and what is allowed, and nothing else of the tree', () => {
    const files = {
      'a/x.ts': "import './y.ts';\nimport '../b/z.ts';\nimport '../c/w.ts';\nimport 'zod';\n",
      'a/y.ts': '',
      'b/z.ts': '',
      'c/w.ts': '',
    };
    expect(foundBy('leaf', { packages: ['a/', 'b/'], allow: ['c/'] }, files)).toEqual(['a/x.ts:2:8 b/z.ts']);
  });

  test('takes every folder that one glob names as a package of its own', () => {
    const files = {
      'services/a/x.ts': "import './in/y.ts';\nimport '../b/z.ts';\n",
      'services/a/in/y.ts': "import '../x.ts';\n",
      'services/b/z.ts': '',
    };
    expect(foundBy('leaf', { packages: ['services/*/'], allow: [] }, files)).toEqual([
      'services/a/x.ts:2:8 services/b/z.ts',
    ]);
  });

  test('takes a plain name as that package alone', () => {
    const files = { ...GO, 'db/d.go': go('db', 'db/sub'), 'db/sub/s.go': go('sub', 'db'), 'x/x.go': go('x') };
    expect(foundBy('leaf', { packages: ['db'], allow: [] }, files)).toEqual(['db/d.go:2:8 db/sub']);
  });
});

describe('layers', () => {
  const order = [
    { name: 'base', paths: ['base/'] },
    { name: 'top', paths: ['top/', '!top/shared/'] },
  ];
  const files = {
    'base/a.py': 'from top import b\nfrom top.shared import s\n',
    'top/b.py': 'from base import a\n',
    'top/shared/s.py': '',
  };

  test('find an import of a later layer, and leave what an exclamation mark takes out', () => {
    expect(foundBy('layers', { order }, files)).toEqual(['base/a.py:1:6 top/b.py']);
  });
});

describe('acyclic', () => {
  const circle = {
    'a/one.ts': "import '../b/two.ts';\n",
    'b/two.ts': "import '../c/three.ts';\n",
    'c/three.ts': "import '../a/one.ts';\n",
    'd/user.ts': "import '../a/one.ts';\n",
    'd/again.ts': "import '../a/one.ts';\n",
  };

  test('finds one circle once, at the import that leads from the most used file', () => {
    expect(foundBy('acyclic', { files: ['**'], level: 'file' }, circle)).toEqual([
      'a/one.ts:1:8 a/one.ts → b/two.ts → c/three.ts → a/one.ts',
    ]);
  });

  test('finds folders that import each other although no file does', () => {
    const files = {
      'a/x.ts': "import '../b/y.ts';\n",
      'b/y.ts': '',
      'b/z.ts': "import '../a/w.ts';\n",
      'a/w.ts': '',
    };
    expect(foundBy('acyclic', { files: ['**'], level: 'file' }, files)).toEqual([]);
    expect(foundBy('acyclic', { files: ['**'], level: 'folder' }, files)).toEqual([
      'a/x.ts:1:8 a/ → b/ → a/',
    ]);
  });

  test('takes a Go package as one unit', () => {
    const files = { ...GO, 'a/x.go': go('a', 'b'), 'a/y.go': go('a'), 'b/z.go': go('b', 'a') };
    expect(foundBy('acyclic', { files: ['**'], level: 'file' }, files)).toHaveLength(1);
  });

  test('finds a file that imports itself', () => {
    expect(foundBy('acyclic', { files: ['**'], level: 'file' }, { 'a.ts': "import './a';\n" })).toEqual([
      'a.ts:1:8 a.ts → a.ts',
    ]);
  });

  test('walks chains of ten thousand files', () => {
    const files = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, n) => [`p${n}/f.go`, go('p', ...(n > 0 ? [`p${n - 1}`] : []))]),
    );
    expect(foundBy('acyclic', { files: ['**'], level: 'file' }, { ...GO, ...files })).toEqual([]);
  });
});
