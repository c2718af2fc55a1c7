import { ASSAY } from '../../support/command.ts';
import type { Pin } from './pin.ts';
import { CHECK, shardFiles, templateFiles } from './workflows.ts';
import type { Workflows } from './write-workflows.ts';

/** The workflows that gate the image of a template by canaries. */
export const OF_TEMPLATE: Workflows = {
  files: templateFiles,
  next: (pin) => `${origin(pin)}
Let it run for some days, make the check \`${CHECK}\` required, and see that nothing gets by it:
${ASSAY} wiring check --required-check ${CHECK} <workflow>
`,
};

/** The workflows that deal a run out to so many machines. */
export function ofShards(total: number): Workflows {
  return {
    files: (pin) => shardFiles(pin, total),
    next: (pin) => `${origin(pin)}
Write the subject into assay.config.yaml (${ASSAY} init) and what you demand into policy.yaml, then see that nothing gets by it:
${ASSAY} wiring check <workflow>
`,
  };
}

function origin({ repository, commit }: Pin): string {
  return `Both take Assay from ${repository} at ${commit.slice(0, 12)}; keep that of your host, and commit it.`;
}
