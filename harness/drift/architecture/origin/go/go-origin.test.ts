import { describe, expect, test } from 'vitest';
import { found, RULE } from './testing.ts';

describe('a start is found whatever the back end is called, when it is', () => {
  test.each([
    ['a field', 'h.engine.Start(c, cfg)'],
    ['a local name for a field', 'prov := h.engine\nprov.Start(c, cfg)'],
    ['made on the spot', 'boxes.NewDocker("").Start(c, cfg)'],
    ['made by a constructor', 'prov := boxes.NewDocker("")\nprov.Start(c, cfg)'],
    ['the first of two results', 'prov, err := boxes.Open()\n_ = err\nprov.Start(c, cfg)'],
    ['the result of a method', 'prov, ok := h.find("a")\n_ = ok\nprov.Start(c, cfg)'],
    ['the result of a method of its own', 'h.engine.Itself().Start(c, cfg)'],
    ['a literal', '(&boxes.Docker{}).Start(c, cfg)'],
    ['new', 'prov := new(boxes.Docker)\nprov.Start(c, cfg)'],
    ['declared with its type', 'var prov *boxes.Docker\nprov.Start(c, cfg)'],
    [
      'declared as one of a list',
      'var (\n\ta int\n\tb, prov = 1, h.engine\n)\n_, _ = a, b\nprov.Start(c, cfg)',
    ],
    ['an interface of its package', 'var prov boxes.Backend = h.engine\nprov.Start(c, cfg)'],
    ['an interface declared here', 'h.starter.Start(c, cfg)'],
    ['an interface that asks for more, which an embedding type may have', 'var b Both\nb.Start(c, cfg)'],
    ['asserted to be an interface', 'var v any = h.engine\nv.(Starter).Start(c, cfg)'],
    ['asserted to be a back end', 'if p, ok := v.(*boxes.Docker); ok {\n\tp.Start(c, cfg)\n}'],
    ['a case of a type switch', 'switch p := v.(type) {\ncase *boxes.Docker:\n\tp.Start(c, cfg)\n}'],
    ['left over in a type switch', 'switch p := h.starter.(type) {\ndefault:\n\tp.Start(c, cfg)\n}'],
    ['in a map', 'h.byName["a"].Start(c, cfg)'],
    ['looked up in a map', 'if p, ok := h.byName["a"]; ok {\n\tp.Start(c, cfg)\n}'],
    ['in a list', 'h.all[0].Start(c, cfg)'],
    ['in a list that is appended to', 'all := append(h.all, h.engine)\nall[1:][0].Start(c, cfg)'],
    ['a step of a loop', 'for _, p := range h.all {\n\tp.Start(c, cfg)\n}'],
    ['a step of a loop over a map', 'for name, p := range h.byName {\n\t_ = name\n\tp.Start(c, cfg)\n}'],
    ['received', 'p := <-h.queue\np.Start(c, cfg)'],
    ['received in a loop', 'for p := range h.queue {\n\tp.Start(c, cfg)\n}'],
    ['received in a select', 'select {\ncase p := <-h.queue:\n\tp.Start(c, cfg)\n}'],
    ['embedded', 'h.Start(c, cfg)'],
    ['named by its embedding', 'h.inner.Remote.Start(c, cfg)'],
    ['an alias of the type', 'var p *Alias\np.Start(c, cfg)'],
    ['converted to it', 'p := (*boxes.Docker)(nil)\np.Start(c, cfg)'],
    ['a variable of the package', 'shared.Start(c, cfg)'],
    ['what a function in a field gives', 'h.pick("a").Start(c, cfg)'],
    ['what a generic function passes on', 'must(boxes.Open())\nmust(h.engine, nil).Start(c, cfg)'],
    ['in a generic box from elsewhere', 'h.current.Load().Start(c, cfg)'],
    ['in a generic box', 'h.node.value.Start(c, cfg)'],
    ['what a generic box gives', 'var p Pool[string, *boxes.Docker]\np.Get().Start(c, cfg)'],
    ['what a generic box on the spot gives', 'Pool[int, *boxes.Docker]{}.Get().Start(c, cfg)'],
    ['what a box made by a generic function gives', 'pool(1, h.engine).Get().Start(c, cfg)'],
    ['in a list of a generic box', 'pool(1, h.engine).All()["a"][0].Start(c, cfg)'],
    [
      'a step of a loop over a generic box',
      'for _, p := range pool(1, h.engine).list {\n\tp.Start(c, cfg)\n}',
    ],
    ['in an embedded generic box', 'var s struct{ *Pool[int, *boxes.Docker] }\ns.Get().Start(c, cfg)'],
    ['in a box in a box', 'pool(1, pool(2, h.engine)).Get().Get().Start(c, cfg)'],
    ['of a generic box that takes back ends alone', 'var b Box[boxes.Backend]\nb.inner().Start(c, cfg)'],
    ['a generic interface', 'var r Runner[boxes.Config]\nr.Start(c, cfg)'],
    ['what a generic function picks from a list', 'first(h.all).Start(c, cfg)'],
    ['what a generic function picks from its arguments', 'first2(h.all...).Start(c, cfg)'],
    ['what a generic function finds in a map', 'value(h.byName).Start(c, cfg)'],
    ['what a generic function is given by another', 'call(boxes.Open).Start(c, cfg)'],
    ['what a generic function is made for', 'get[*boxes.Docker]().Start(c, cfg)'],
    ['what a generic function of one argument is made for', 'as[Alias](v).Start(c, cfg)'],
    ['what a generic function passes on of several results', 'must(boxes.Open()).Start(c, cfg)'],
    ['what a function of a named type gives', 'var m Maker\nm("a").Start(c, cfg)'],
    ['in a type of the function', 'type e struct{ p *boxes.Docker }\nx := e{}\nx.p.Start(c, cfg)'],
    ['embedded in a type of the function', 'type e struct{ *boxes.Docker }\nvar x e\nx.Start(c, cfg)'],
    [
      'in a type of the function that names itself',
      'type e struct {\n\tnext *e\n\tp *boxes.Docker\n}\nvar x e\nx.next.next.p.Start(c, cfg)',
    ],
    [
      'an interface of the function',
      'type s interface{ Start(c Ctx, cfg boxes.Config) (string, error) }\nvar x s = h.engine\nx.Start(c, cfg)',
    ],
    ['an alias of the function', 'type (\n\ta = boxes.Docker\n\tb = *a\n)\nvar x b\nx.Start(c, cfg)'],
    ['converted to a type of the function', 'type s boxes.Backend\ns(h.engine).Start(c, cfg)'],
    ['declared behind a label', 'again: p := h.engine\np.Start(c, cfg)\ngoto again'],
    ['declared behind two labels', 'a: b: p := h.engine\np.Start(c, cfg)\ngoto a\ngoto b'],
    ['beside something from elsewhere', 'var s struct {\n\t*exec.Cmd\n\t*boxes.Docker\n}\ns.Start(c, cfg)'],
    ['an anonymous field', 'var s struct{ p *boxes.Docker }\ns.p.Start(c, cfg)'],
    ['an anonymous parameter', 'func(p boxes.Backend) { p.Start(c, cfg) }(h.engine)'],
    ['variadic', 'run := func(ps ...*boxes.Docker) { ps[0].Start(c, cfg) }\nrun(h.engine)'],
    ['started by a goroutine', 'go h.engine.Start(c, cfg)'],
    ['started by a deferred call', 'defer h.engine.Start(c, cfg)'],
    ['started by a closure', 'later(func() { h.engine.Start(c, cfg) })'],
    ['a method value', 'start := h.engine.Start\nstart(c, cfg)'],
    ['a method value handed on', 'retry(h.engine.Start)'],
    ['a method expression', '(*boxes.Docker).Start(h.engine, c, cfg)'],
    ['on lines of its own', 'h.\n\tengine.\n\tStart(c, cfg)'],
  ])('%s', (_, body) => {
    expect(found(body)).toHaveLength(1);
  });

  test('a parameter', () => {
    expect(
      found('prov.Start(c, cfg)', { head: 'func Import(c Ctx, prov *boxes.Docker, cfg boxes.Config)' }),
    ).toHaveLength(1);
  });

  test('a parameter of a type parameter', () => {
    const head = 'func Import[P boxes.Backend](c Ctx, prov P, cfg boxes.Config)';
    expect(found('prov.Start(c, cfg)', { head })).toHaveLength(1);
  });

  test('imported under another name, or with a dot', () => {
    const aliased = {
      imports: 'import engines "example.com/x/boxes"\n',
      head: 'func Up(c Ctx, p *engines.Docker)',
    };
    expect(found('p.Start(c, engines.Config{})', aliased)).toHaveLength(1);
    const dotted = { imports: 'import . "example.com/x/boxes"\n', head: 'func Up(c Ctx, p *Docker)' };
    expect(found('p.Start(c, Config{})', dotted)).toHaveLength(1);
  });
});

describe('nothing is found when what starts is no back end:', () => {
  test.each([
    ['a name that a back end has elsewhere', 'engine := time.NewTimer(1)\nengine.Start()'],
    ['a field of another type', 'h.timer.Start()'],
    ['a command', 'cmd := exec.Command("a")\ncmd.Start()'],
    ['an interface with other parameters', 'h.other.Start(c)'],
    [
      'a name that is declared anew within',
      'p := h.engine\n_ = p\nif p := h.timer; p != nil {\n\tp.Start()\n}',
    ],
    ['a parameter of the same name', 'p := h.engine\n_ = p\nfunc(p *time.Timer) { p.Start() }(h.timer)'],
    ['a type made of a back end, which has none of its methods', 'var p *Copy\np.Start(c, cfg)'],
    ['a type with a start of its own', 'var o Own\no.Start(c, cfg)'],
    ['another method', 'h.engine.Stop(c)'],
    ['a key of a literal', '_ = Hook{Start: nil}'],
    ['a variable of that name', 'Start := 1\n_ = Start'],
    [
      'a type of the function by the name of a back end',
      'type Alias struct{ Starter2 }\nvar x Alias\nx.Start(c, cfg)',
    ],
    ['made of a back end in the function', 'type d boxes.Docker\nvar x d\nx.Start(c, cfg)'],
    ['a constant by the name of one', 'shared := h.engine\n{\n\tconst shared = 1\n\tshared.Start(c, cfg)\n}'],
    ['what a generic box of other things gives', 'pool(1, h.timer).Get().Start()'],
    [
      'what the other argument of a generic box is for',
      'var p Pool[*boxes.Docker, *time.Timer]\np.Get().Start()',
    ],
    ['a map of other things', 'm := map[string]*time.Timer{}\nm["a"].Start()'],
  ])('%s', (_, body) => {
    expect(found(body)).toEqual([]);
  });
});

test('an interface with parameters that anybody could have is a back end only when a back end has all of it', () => {
  const rule = { ...RULE, when: [{ name: 'Stop', of: ['boxes'] }] };
  expect(found('var s interface{ Stop(c Ctx) error }\ns.Stop(c)', { rule })).toHaveLength(1);
  expect(found('var s interface {\n\tStop(c Ctx) error\n\tFlush()\n}\ns.Stop(c)', { rule })).toEqual([]);
});
