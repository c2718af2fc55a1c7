import { HarnessError } from '../support/errors.ts';
import type { Plan, Scene } from './plan.ts';
import type { Suite } from './suite.ts';

/** What a suite plans. Throws `HarnessError` when that is nothing, or nothing could perform it. */
export async function planOf(suite: Suite, scene: Scene): Promise<Plan> {
  if (suite.needs.includes('browser') && suite.runner !== 'playwright') throw pageless(suite);
  const plan = await suite.plan(scene);
  if (plan.cases.length + plan.excluded.length > 0) return plan;
  throw new HarnessError({
    code: 'SUITE_WITHOUT_CASES',
    message: `The suite ${suite.name} plans no case at all, so its green would mean nothing.`,
    fix: `Mend the \`plan\` in harness/suites/${suite.name}/suite.ts, or take the suite out of harness/suites/index.ts.`,
  });
}

function pageless({ name }: Suite): HarnessError {
  return new HarnessError({
    code: 'SUITE_WITHOUT_PAGE',
    message: `The suite ${name} needs a browser, and no page is there where it runs.`,
    fix: `Set \`runner: 'playwright'\` in harness/suites/${name}/suite.ts.`,
  });
}
