import { foundBy, unresolvedBy } from '../../testing.ts';

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
type Pool[K comparable, V any] struct {
	list []V
	all  map[K][]V
}
func (p *Pool[A, B]) Get() B { return p.list[0] }
func (p *Pool[A, B]) All() map[A][]B { return p.all }
func pool[K comparable, V any](k K, v V) *Pool[K, V] { return nil }
type Box[T boxes.Backend] struct{ value T }
func (b Box[X]) inner() X { return b.value }
type Runner[C any] interface{ Start(c Ctx, cfg C) (string, error) }
func first[T any](all []T) T { return all[0] }
func first2[T any](all ...T) T { return all[0] }
func value[K comparable, V any](all map[K]V) V { return all[*new(K)] }
func call[T any](f func() (T, error)) T { return must(f()) }
func get[T any]() T { return *new(T) }
func as[T any](v any) T { return v.(T) }
type Maker func(name string) *boxes.Docker
func (h *H) prepare(c Ctx) { h.deeper(c) }
func (h *H) deeper(c Ctx) { mint(c) }
func (h *H) whole(c Ctx, cfg boxes.Config) { mint(c); h.engine.Start(c, cfg) }
func (h *H) around(c Ctx) { h.again(c) }
func (h *H) again(c Ctx) { h.around(c) }

var shared = boxes.NewDocker("")
`;

const IMPORTS = 'import (\n\t"example.com/x/boxes"\n\t"os/exec"\n\t"time"\n)\n';
export const RULE = {
  files: ['app/'],
  when: [{ name: 'Start', of: ['boxes'] }],
  also: [{ name: 'mint', of: ['app'] }],
};

/** For tests: what is found in a function of a package that uses the back ends, beside the declarations above. */
export function found(body: string, around: Around = {}) {
  const { rule = RULE } = around;
  return foundBy('calls', rule, treeWith(body, around));
}

/** For tests: the calls there that nobody can type and that would break the rule. */
export function unresolved(body: string) {
  return unresolvedBy('calls', RULE, treeWith(body));
}

interface Around {
  readonly imports?: string;
  readonly rule?: typeof RULE;
  readonly head?: string;
}

function treeWith(
  body: string,
  { imports = IMPORTS, head = 'func (h *H) Up(c Ctx, cfg boxes.Config)' }: Around = {},
) {
  return {
    'go.mod': 'module example.com/x\n',
    'boxes/boxes.go': BOXES,
    'app/shared.go': SHARED.replace('package app\n', `package app\n\n${IMPORTS}`),
    'app/a.go': `package app\n\n${imports}\n${head} {\n${body}\n}\n`,
  };
}
