import { describe, expect, test } from 'vitest';
import { found, unresolved } from './testing.ts';

describe('a start of something that nobody can type', () => {
  test.each([
    ['a type that no file declares', 'var p Missing\np.Start(c, cfg)'],
    ['what a function from elsewhere makes of a back end', 'lo := time.Of(h.engine)\nlo.Start(c, cfg)'],
    ['what a function from elsewhere makes of a constructor', 'time.Once(boxes.NewDocker).Start(c, cfg)'],
    ['what nobody declares', 'nowhere.Start(c, cfg)'],
  ])('is told: %s', (_, body) => {
    expect(found(body)).toEqual([]);
    expect(unresolved(body)).toEqual([expect.stringMatching(/^app\/a\.go:\d+:\d+ .*Start\(c, cfg\)$/)]);
  });

  test.each([
    ['where it would break nothing', 'mint(c)\nnowhere.Start(c, cfg)'],
    ['of something from elsewhere', 'exec.Command("a").Process.Start()\nh.timer.Start()'],
    ['of a step of something from elsewhere', 'for _, t := range time.All() {\n\tt.Start()\n}'],
    ['of what is found', 'h.engine.Start(c, cfg)'],
  ])('is not told %s', (_, body) => {
    expect(unresolved(body)).toEqual([]);
  });
});
