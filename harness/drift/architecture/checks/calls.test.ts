import { describe, expect, test } from 'vitest';
import { emptyIn, foundBy } from '../testing.ts';

const MINT = { files: ['**'], when: ['$_.prov.Start'], also: ['mint($$$)', '$_.mint($$$)'] };

const go = (body: string) => ({ 'a.go': `package a\n\nfunc (h *H) Up(c C) error {\n${body}\n}\n` });

describe('also, in Go', () => {
  test.each([
    ['before it', 'h.mint(c)\nreturn h.prov.Start(c)'],
    ['after it', 'err := h.prov.Start(c)\nh.mint(c)\nreturn err'],
    ['in a condition', 'if err := mint(c); err != nil { return err }\nreturn h.prov.Start(c)'],
    ['in a function around', 'h.mint(c)\nreturn retry(func() error { return h.prov.Start(c) })'],
    [
      'in a function called on the spot',
      'func() { h.mint(c) }()\ngo func() { h.prov.Start(c) }()\nreturn nil',
    ],
    ['in a function handed to a transaction', 'h.tx(func(t T) { mint(t) })\nreturn h.prov.Start(c)'],
  ])('accepts the call %s', (_, body) => {
    expect(foundBy('calls', MINT, go(body))).toEqual([]);
  });

  test.each([
    ['only a comment names it', '// h.mint(c)\nreturn h.prov.Start(c)', 5],
    ['only a string names it', 'log("mint(c)")\nreturn h.prov.Start(c)', 5],
    ['another function mints', 'return h.prov.Start(c)\n}\nfunc mintFirst() {\nmint(1)', 4],
    ['the name only begins alike', 'h.mintLater(c)\nreturn h.prov.Start(c)', 5],
    ['the start is a method value', 'f := h.prov.Start\nreturn f(c)', 4],
    ['the back end has another name', 'p := h.prov\nreturn p.Start(c)', 5],
    ['a name stands for a name', 'p := h.prov\nq := p\ngo func() { q.Start(c) }()\nreturn nil', 6],
    ['the name is given later', 'var p B\np = h.prov\nreturn p.Start(c)', 6],
    ['the name is given in a condition', 'if p := h.prov; p != nil {\n\treturn p.Start(c)\n}\nreturn nil', 5],
    ['a pointer stands for it', 'p := &h.prov\nreturn (*p).Start(c)', 5],
    ['it is wrapped in parentheses', 'return (h.prov).Start(c)', 4],
    ['it is asserted to be something', 'return h.prov.(Starter).Start(c)', 4],
    ['it is looked up first', 'return h.all[0].get().prov.Start(c)', 4],
    ['the call spans lines', 'return h.\n\tprov.\n\tStart(c)', 4],
    ['it hides in defer', 'defer h.prov.Start(c)\nreturn nil', 4],
    ['it hides in a select', 'select {\ncase <-c.Done():\n\th.prov.Start(c)\n}\nreturn nil', 6],
  ])('finds a start without it when %s', (_, body, line) => {
    expect(foundBy('calls', MINT, go(body))).toEqual([expect.stringMatching(`^a\\.go:${line}:\\d+ Up$`)]);
  });

  test('takes a name for the back end only where it was declared as that', () => {
    const text = 'package a\n\nfunc one(h H) { p := h.prov; _ = p }\n\nfunc two(p P) { p.Start() }\n';
    expect(foundBy('calls', MINT, { 'a.go': text })).toEqual([]);
  });

  test('finds each function once, however often it starts', () => {
    const body = 'h.prov.Start(c)\nreturn h.prov.Start(c)';
    expect(foundBy('calls', MINT, go(body))).toEqual(['a.go:4:1 Up']);
  });

  test('looks at package variables and function literals', () => {
    const text = 'package a\n\nvar up = func(h H) { h.prov.Start() }\nvar x = h.prov.Start(1)\n';
    expect(foundBy('calls', MINT, { 'a.go': text })).toEqual(['a.go:3:22 up', 'a.go:4:9 (top level)']);
  });

  test('says so when no file contains what it is about', () => {
    expect(emptyIn('calls', MINT, go('return nil'))).toEqual(['when: nothing matches ‘$_.prov.Start’']);
  });
});

describe('also, in TypeScript and Python', () => {
  test('sees methods, arrow functions, optional chaining and destructuring', () => {
    const text = `class A {
  up() { return this.prov?.Start(); }
  ok() { this.mint(); return this.prov!.Start(); }
}
const go = async (a: A) => { const { prov } = a; await prov.Start(); };
const cast = (a: A) => (a.prov as Starter).Start();
const fine = ({ prov, mint }: A) => { mint(); return prov.other(); };
`;
    expect(foundBy('calls', MINT, { 'a.ts': text })).toEqual([
      'a.ts:2:17 up',
      'a.ts:5:56 go',
      'a.ts:6:24 cast',
    ]);
  });

  test('sees methods, nested functions and module code of Python', () => {
    const text = `class A:
    def up(self):
        p = self.prov
        p.Start()

    def ok(self):
        self.mint()
        return [w.prov.Start() for w in self.all]


boot.prov.Start()
`;
    expect(foundBy('calls', MINT, { 'a.py': text })).toEqual(['a.py:4:9 up', 'a.py:11:1 (top level)']);
  });
});

describe('precededBy', () => {
  const check = { files: ['**'], when: ['use($$$)'], precededBy: ['check($$$)'] };

  test.each([
    ['in a statement before', 'check(x);\nuse(x);'],
    ['in the condition around', 'if (check(x)) use(x);'],
    ['earlier in the same expression', 'const y = check(x) && use(x);'],
    ['before a loop', 'check(x);\nfor (const y of x) use(y);'],
    ['in the same branch', 'if (a) {\n  check(x);\n  use(x);\n}'],
  ])('accepts a check %s', (_, body) => {
    expect(foundBy('calls', check, { 'a.ts': `function f(x: X) {\n${body}\n}\n` })).toEqual([]);
  });

  test.each([
    ['it comes later', 'use(x);\ncheck(x);'],
    ['one branch alone has it', 'if (a) check(x);\nuse(x);'],
    ['the other branch has it', 'if (a) check(x);\nelse use(x);'],
    ['it stands in a loop that may not run', 'for (const y of x) check(y);\nuse(x);'],
    ['it stands in a callback', 'later(() => check(x));\nuse(x);'],
    ['it is the second half of an or', 'const ok = a || check(x);\nuse(x);'],
    ['another case has it', 'switch (a) {\n  case 1: check(x); break;\n  case 2: use(x);\n}'],
    ['it stands in a catch', 'try { a(); } catch { check(x); }\nuse(x);'],
  ])('finds a use when %s', (_, body) => {
    expect(foundBy('calls', check, { 'a.ts': `function f(x: X) {\n${body}\n}\n` })).toHaveLength(1);
  });

  test('knows that Go runs a goroutine and a deferred call later', () => {
    const text = 'package a\n\nfunc f() {\n\tgo check()\n\tdefer check()\n\tuse()\n}\n';
    expect(foundBy('calls', check, { 'a.go': text })).toEqual(['a.go:6:2 f']);
    const fine = 'package a\n\nfunc f() {\n\tif err := check(); err != nil {\n\t\treturn\n\t}\n\tuse()\n}\n';
    expect(foundBy('calls', check, { 'a.go': fine })).toEqual([]);
  });

  test('knows the branches of Python', () => {
    const text =
      'def f(x):\n    if a:\n        check(x)\n    else:\n        use(x)\n\n\ndef g(x):\n    with check(x):\n        use(x)\n';
    expect(foundBy('calls', check, { 'a.py': text })).toEqual(['a.py:5:9 f']);
  });
});

describe('inside, notInside and onlyIn', () => {
  const files = {
    'a.go':
      'package a\n\nfunc (h *H) Stop() {\n\tgo func() { h.stop() }()\n\th.stop()\n\tfor i := range n {\n\t\th.query(i)\n\t}\n}\n',
  };

  test('want a call within a goroutine', () => {
    const check = { files: ['**'], when: ['$_.stop()'], inside: ['go func() { $$$ }()'] };
    expect(foundBy('calls', check, files)).toEqual(['a.go:5:2 Stop']);
  });

  test('want no call within a loop, given as a rule of ast-grep', () => {
    const check = {
      files: ['**'],
      when: ['$_.query($$$)'],
      notInside: [{ rule: { kind: 'for_statement' } }],
    };
    expect(foundBy('calls', check, files)).toEqual(['a.go:7:3 Stop']);
  });

  test('want a call in named functions alone, with or without their type', () => {
    const check = { files: ['**'], when: ['$_.stop()'], onlyIn: ['H.Stop'] };
    expect(foundBy('calls', check, files)).toEqual([]);
    expect(foundBy('calls', { ...check, onlyIn: ['Halt'] }, files)).toHaveLength(1);
  });
});
