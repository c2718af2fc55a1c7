import { describe, expect, test } from 'vitest';
import { foundBy } from '../../testing.ts';

const RULE = { files: ['store/'], when: ['dial($$$)'], precededBy: [{ name: 'acquire', of: ['lib/api.*'] }] };
const API = {
  'lib/api.ts': 'export const acquire = () => 1;\nexport const other = () => 2;\n',
  'lib/index.ts': "export { acquire as lease, other } from './api';\n",
  'lib/all.ts': "export * from './api';\n",
  'lib/fake.ts': 'export const acquire = () => 0;\n',
};

const script = (imports: string, body: string) =>
  foundBy('calls', RULE, {
    ...API,
    'store/a.ts': `${imports}\nexport function again() {\n${body}\ndial(1);\n}\n`,
  });

describe('a TypeScript file calls what another declares, whatever it calls it', () => {
  test.each([
    ['by its name', "import { acquire } from '../lib/api';", 'acquire();'],
    ['by an alias', "import { acquire as take } from '../lib/api';", 'take();'],
    ['through a namespace', "import * as api from '../lib/api';", 'api.acquire();'],
    ['through a namespace, optionally', "import * as api from '../lib/api';", 'await api?.acquire();'],
    ['by what another file passes on', "import { lease } from '../lib';", 'lease();'],
    ['by a file that passes everything on', "import { acquire } from '../lib/all.ts';", 'acquire();'],
    ['by require', "const { acquire: take } = require('../lib/api');", 'take();'],
    ['by a dynamic import', "const api = await import('../lib/api');", 'api.acquire();'],
    [
      'by a local name',
      "import { acquire } from '../lib/api';\nconst take = acquire;\nconst more = take;",
      'more();',
    ],
    ['by its value', "import { acquire } from '../lib/api';", 'const take = acquire;\ntake();'],
  ])('%s', (_, imports, body) => {
    expect(script(imports, body)).toEqual([]);
  });

  test.each([
    ['nothing of another file of that name', "import { acquire } from '../lib/fake';", 'acquire();'],
    [
      'nothing that is called so there and means another',
      "import { other as acquire } from '../lib/api';",
      'acquire();',
    ],
    [
      'no local function of that name',
      "import * as api from '../lib/api';\nconst acquire = () => api;",
      'acquire();',
    ],
    ['no parameter', "import { acquire } from '../lib/api';", '[1].map((acquire) => acquire());'],
    [
      'no name that is declared anew',
      "import { acquire } from '../lib/api';",
      'const acquire = () => 3;\nacquire();',
    ],
    ['no value alone', "import { acquire } from '../lib/api';", 'void acquire;'],
    [
      'no local name of another function',
      "import { acquire } from '../lib/api';\nfunction one() { const take = acquire; take(); }\n",
      'take();',
    ],
    ['no method of that name', "import { acquire } from '../lib/api';", 'locks.acquire(); acquire;'],
  ])('and %s', (_, imports, body) => {
    expect(script(imports, body)).toHaveLength(1);
  });
});

const python = (imports: string, body: string) =>
  foundBy(
    'calls',
    { files: ['app/up.py'], when: ['write($$$)'], precededBy: [{ name: 'check', of: ['app/checks.py'] }] },
    {
      'app/__init__.py': 'from .checks import check as inside\n',
      'app/checks.py': 'def check(path):\n    return path\n\n\ndef other(path):\n    return path\n',
      'app/fake.py': 'def check(path):\n    return path\n',
      'app/up.py': `${imports}\n\n\ndef save(path):\n${body}\n    write(path)\n`,
    },
  );

describe('a Python file calls what another declares, whatever it calls it', () => {
  test.each([
    ['by its name', 'from .checks import check', '    check(path)'],
    ['by an alias', 'from app.checks import check as ok', '    ok(path)'],
    ['through its module', 'from . import checks', '    checks.check(path)'],
    ['through its module by another name', 'import app.checks as c', '    c.check(path)'],
    ['through its whole path', 'import app.checks', '    app.checks.check(path)'],
    ['with a star', 'from .checks import *', '    check(path)'],
    ['by what a package passes on', 'from app import inside', '    inside(path)'],
    ['by a local name', 'from .checks import check', '    ok = check\n    ok(path)'],
  ])('%s', (_, imports, body) => {
    expect(python(imports, body)).toEqual([]);
  });

  test.each([
    ['nothing of another module', 'from .fake import check', '    check(path)'],
    ['nothing else by that name', 'from .checks import other as check', '    check(path)'],
    ['no method', 'from .checks import check', '    path.check()'],
    ['no value alone', 'from .checks import check', '    use(check)'],
  ])('and %s', (_, imports, body) => {
    expect(python(imports, body)).toHaveLength(1);
  });
});
