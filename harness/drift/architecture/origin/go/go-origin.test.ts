import { describe, expect, test } from 'vitest';
import { foundBy } from '../../testing.ts';

const BOXES = `package boxes

type Config struct{ ID string }
type Docker struct{ host string }
type Remote struct{}
type Backend interface {
	Start(c Ctx, cfg Config) (string, error)
	Stop(c Ctx) error
}

func NewDocker(host string) *Docker { return &Docker{} }
func Open() (*Docker, error) { return nil, nil }

func (d *Docker) Start(c Ctx, cfg Config) (string, error) { return "", nil }
func (d *Docker) Stop(c Ctx) error { return nil }
func (r *Remote) Start(c Ctx, cfg Config) (string, error) { return "", nil }
func (d *Docker) Itself() *Docker { return d }
`;

const SHARED = `package app

type H struct {
	engine  *boxes.Docker
	byName  map[string]*boxes.Docker
	all     []boxes.Backend
	queue   chan *boxes.Remote
	timer   *time.Timer
	starter Starter
	other   Other
	inner
	pick    func(name string) *boxes.Docker
	current atomic.Pointer[boxes.Docker]
	node    Node[*boxes.Docker]
}

type inner struct{ *boxes.Remote }
type Starter interface{ Start(c Ctx, cfg boxes.Config) (string, error) }
type Other interface{ Start(c Ctx) error }
type Both interface {
	Starter
	Name() string
}
type Alias = boxes.Docker
type Copy boxes.Docker
type Node[T any] struct{ value T }
type Own struct{ engine *boxes.Docker }

func (o *Own) Start(c Ctx, cfg boxes.Config) (string, error) { mint(c); return o.engine.Start(c, cfg) }
func (h *H) find(name string) (*boxes.Docker, bool) { return h.engine, true }
func must[T any](v T, err error) T { return v }
func mint(c Ctx) {}
func (h *H) prepare(c Ctx) { h.deeper(c) }
func (h *H) deeper(c Ctx) { mint(c) }
func (h *H) whole(c Ctx, cfg boxes.Config) { mint(c); h.engine.Start(c, cfg) }
func (h *H) around(c Ctx) { h.again(c) }
func (h *H) again(c Ctx) { h.around(c) }

var shared = boxes.NewDocker("")
`;

const IMPORTS = 'import (\n\t"example.com/x/boxes"\n\t"os/exec"\n\t"time"\n)\n';
const RULE = {
  files: ['app/'],
  when: [{ name: 'Start', of: ['boxes'] }],
  also: [{ name: 'mint', of: ['app'] }],
};

/** What is found in a function of a package that uses the back ends, beside the declarations above. */
function found(
  body: string,
  { imports = IMPORTS, rule = RULE, head = 'func (h *H) Up(c Ctx, cfg boxes.Config)' } = {},
) {
  return foundBy('calls', rule, {
    'go.mod': 'module example.com/x\n',
    'boxes/boxes.go': BOXES,
    'app/shared.go': SHARED.replace('package app\n', `package app\n\n${IMPORTS}`),
    'app/a.go': `package app\n\n${imports}\n${head} {\n${body}\n}\n`,
  });
}

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

describe('a demand by origin', () => {
  test.each([
    ['its own name', 'mint(c)\nh.engine.Start(c, cfg)'],
    ['a local name', 'm := mint\nm(c)\nh.engine.Start(c, cfg)'],
    ['a deferred call', 'defer mint(c)\nh.engine.Start(c, cfg)'],
    ['a helper that calls it', 'h.deeper(c)\nh.engine.Start(c, cfg)'],
    ['a helper of a helper', 'h.prepare(c)\nh.engine.Start(c, cfg)'],
    ['a local helper', 'first := func() { mint(c) }\nfirst()\nh.engine.Start(c, cfg)'],
    ['a call in the goroutine that starts', 'go func() {\n\tmint(c)\n\th.engine.Start(c, cfg)\n}()'],
  ])('is met by %s', (_, body) => {
    expect(found(body)).toEqual([]);
  });

  test.each([
    ['a local function of that name', 'mint := func(c Ctx) {}\nmint(c)\nh.engine.Start(c, cfg)'],
    ['a method of that name of something else', 'h.timer.mint(c)\nh.engine.Start(c, cfg)'],
    ['a function that starts too, and needs it for itself', 'h.whole(c, cfg)\nh.engine.Start(c, cfg)'],
    ['helpers that call each other', 'h.around(c)\nh.engine.Start(c, cfg)'],
    ['a helper that nobody calls', 'f := h.deeper\n_ = f\nh.engine.Start(c, cfg)'],
    ['its value, which nobody calls', '_ = mint\nh.engine.Start(c, cfg)'],
  ])('is not met by %s', (_, body) => {
    expect(found(body)).toHaveLength(1);
  });
});

describe('a helper lends alike, whoever asks first:', () => {
  const chain =
    'func h1(c Ctx) { h2(c) }\nfunc h2(c Ctx) { h3(c) }\nfunc h3(c Ctx) { h4(c) }\nfunc h4(c Ctx) { h5(c) }\nfunc h5(c Ctx) { mint(c) }\n';
  const circle = 'func x(c Ctx) { y(c); z(c) }\nfunc y(c Ctx) { x(c) }\nfunc z(c Ctx) { mint(c) }\n';
  const needy = 'func x(c Ctx) { y(c); mint(c); shared.Start(c, boxes.Config{}) }\nfunc y(c Ctx) { x(c) }\n';
  const site = (name: string, helper: string) =>
    `func ${name}(c Ctx, d *boxes.Docker, cfg boxes.Config) {\n${helper}(c)\nd.Start(c, cfg)\n}\n`;
  const foundIn = (...parts: readonly string[]) => found(`mint(c)\n}\n${parts.join('').slice(0, -2)}`);

  test.each([
    ['the far one', chain, 'h1', 'h4'],
    ['the one in a circle', circle, 'x', 'y'],
    ['one that is asked twice', circle, 'y', 'y'],
  ])('%s', (_, helpers, one, other) => {
    expect(foundIn(helpers, site('A', one), site('B', other))).toEqual([]);
    expect(foundIn(helpers, site('B', other), site('A', one))).toEqual([]);
  });

  test('none in a circle that mints nowhere', () => {
    const without = circle.replace('mint(c)', '');
    expect(foundIn(without, site('A', 'x'), site('B', 'y'))).toHaveLength(2);
    expect(foundIn(without, site('B', 'y'), site('A', 'x'))).toHaveLength(2);
  });

  test('none behind one that needs it for itself', () => {
    expect(foundIn(needy, site('A', 'x'), site('B', 'y'))).toHaveLength(2);
    expect(foundIn(needy, site('B', 'y'), site('A', 'x'))).toHaveLength(2);
  });
});
