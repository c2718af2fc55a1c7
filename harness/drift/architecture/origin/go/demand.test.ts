import { describe, expect, test } from 'vitest';
import { found } from './testing.ts';

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
