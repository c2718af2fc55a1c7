import { describe, expect, test } from 'vitest';
import { memoryTree, type Texts } from '../tree/memory-tree.ts';
import { targetName } from './graph.ts';
import { readImports } from './read-imports.ts';

describe('Go imports', () => {
  const mod = 'module example.com/app\n\ngo 1.24\n';

  test('are read from single lines, blocks, raw strings, aliases and between comments', () => {
    const text = `// Package a does.
/* import "example.com/app/x0" */
package a // the package

import "example.com/app/x1"
import ( "fmt"; _ "example.com/app/x2"
	// "example.com/app/x3"
	x "example.com/app/x4"
	. \`example.com/app/x5\`
)
import /* late */ "example.com/app/x6"

const s = \`
import "example.com/app/x7"
\`
`;
    expect(importsIn({ 'go.mod': mod, 'a/a.go': text })).toEqual([
      '5:8 x1',
      '6:10 fmt (outside)',
      '6:19 x2',
      '8:4 x4',
      '9:4 x5',
      '11:19 x6',
    ]);
  });

  test('lead to the module that names them, when a tree has several', () => {
    const texts = {
      'go.mod': mod,
      'tools/go.mod': 'module example.com/app/tools\n',
      'a/a.go':
        'package a\n\nimport (\n\t"example.com/app/tools/gen"\n\t"example.com/app/b"\n\t"example.com/application/b"\n)\n',
    };
    expect(importsIn(texts)).toEqual(['4:2 tools/gen', '5:2 b', '6:2 example.com/application/b (outside)']);
  });

  test('lead to the folder that they end in when there is no go.mod', () => {
    const texts = {
      'server/internal/db/db.go': 'package db\n',
      'server/internal/a/a.go': 'package a\n\nimport "example.com/x/server/internal/db"\n',
    };
    expect(importsIn(texts)).toEqual(['3:8 server/internal/db']);
  });
});

describe('TypeScript imports', () => {
  test('are read in every form that the language has, and nowhere else', () => {
    const text = `import a from './a';
import type { B } from './b.js';
import './c.ts';
export * from './d';
export type { E } from './e.mjs';
import f = require('./f');
const g = require('./g');
const h = async () => import('./h');
type I = import('./i').I;
type J = typeof import('./j');
const k = import(\`./k\`);
// import './no1';
const no = "import './no2'";
const no3 = \`\${g} import './no3'\`;
fake.require('./no4'); export const from = './no5';
`;
    const files = [
      'a.ts',
      'b.ts',
      'c.ts',
      'd/index.ts',
      'e.mts',
      'f.cts',
      'g.js',
      'h.tsx',
      'i.d.ts',
      'j.ts',
      'k.ts',
    ];
    const texts = { 'm.ts': text, ...Object.fromEntries(files.map((file) => [file, 'export {};\n'])) };
    expect(importsIn(texts)).toEqual(
      files.map((file, index) => expect.stringMatching(`^${index + 1}:\\d+ ${file}$`)),
    );
  });

  test('follow the paths and the baseUrl of the nearest tsconfig, with comments and through extends', () => {
    const texts = {
      'tsconfig.base.json':
        '{ "compilerOptions": { /* here */ "baseUrl": "./src", "paths": { "@/*": ["*"], "@shared": ["../shared/index.ts"], }, } }',
      'tsconfig.json': '{ "extends": "./tsconfig.base.json" } // "paths": {}',
      'src/app.ts':
        "import '@/lib/api';\nimport '@shared';\nimport 'lib/api.js';\nimport 'react';\nimport '@/lib/gone';\n",
      'src/lib/api.ts': 'export {};\n',
      'shared/index.ts': 'export {};\n',
    };
    expect(importsIn(texts)).toEqual([
      '1:8 src/lib/api.ts',
      '2:8 shared/index.ts',
      '3:8 src/lib/api.ts',
      '4:8 react (outside)',
      '5:8 src/lib/gone',
    ]);
  });

  test('survive JSX text with quotes and stray import words', () => {
    const text = "import './a';\nexport const p = <p>Don't import './b' from 'here'</p>;\n";
    expect(importsIn({ 'p.tsx': text, 'a.ts': '' })).toEqual(['1:8 a.ts']);
  });
});

describe('Python imports', () => {
  test('are read at the top, in functions, relative and absolute, and as members that are modules', () => {
    const texts = {
      'pkg/__init__.py': '',
      'pkg/a.py': [
        'import os, pkg.b as b',
        'from . import c, missing',
        'from .sub import thing',
        'from ..other import x',
        'from pkg import b as again',
        'def f():',
        '    from pkg.sub.deep import y',
        '    import importlib; importlib.import_module("pkg.c")',
        '# import pkg.d',
        '"""import pkg.d"""',
      ].join('\n'),
      'pkg/b.py': '',
      'pkg/c.py': '',
      'pkg/sub/__init__.py': '',
      'pkg/sub/deep.py': '',
      'other.py': '',
    };
    expect(importsIn(texts)).toEqual([
      '1:8 os (outside)',
      '1:12 pkg/b.py',
      '2:6 pkg/c.py',
      '2:6 pkg/__init__.py',
      '3:6 pkg/sub/__init__.py',
      '4:6 other.py',
      '5:6 pkg/b.py',
      '7:10 pkg/sub/deep.py',
      '8:12 importlib (outside)',
      '8:48 pkg/c.py',
    ]);
  });

  test('are looked for beside the file, above it, and in src', () => {
    const texts = {
      'src/runtime/main.py': 'import inbox\nimport runtime.config\nfrom tools import build\n',
      'src/runtime/inbox.py': '',
      'src/runtime/config.py': '',
      'tools/build.py': '',
    };
    expect(importsIn(texts)).toEqual([
      '1:8 src/runtime/inbox.py',
      '2:8 src/runtime/config.py',
      '3:6 tools/build.py',
    ]);
  });
});

function importsIn(texts: Texts): readonly string[] {
  const tree = memoryTree(texts, { include: ['**'], exclude: [], tests: true });
  return readImports(tree).map(({ file, start, target }) => {
    const { line, column } = file.positionAt(start);
    return `${line}:${column} ${targetName(target)}${target.kind === 'outside' ? ' (outside)' : ''}`;
  });
}
