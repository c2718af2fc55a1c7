import { didYouMean } from '../../support/nearest.ts';
import type { AllowedAbsence, PolicyLayer } from './policy.ts';

/** What in a policy no run could ever satisfy, or nobody could have meant, a line each. */
export function neverMet(layer: PolicyLayer, suites: readonly string[]): readonly string[] {
  return [
    ...Object.keys(layer.suites ?? {})
      .filter((name) => !suites.includes(name))
      .map((name) => `suites: there is no suite "${name}". ${didYouMean(name, suites)}`),
    ...absencesOf(layer)
      .filter((each) => each.case.includes('*') && each.atMost === undefined)
      .map((each) => `notApplicable: "${each.case}" would also cover the cases of tomorrow: add \`atMost\``),
    ...(layer.waivers ?? [])
      .filter((each) => each.case.includes('*'))
      .map((each) => `waivers: "${each.case}" is no id of one case; name each case`),
    ...twice((layer.waivers ?? []).map((each) => each.case)).map((id) => `waivers: "${id}" is waived twice`),
    ...twice((layer.signers ?? []).map(({ name }) => name)).map(
      (name) => `signers: "${name}" is named twice`,
    ),
    ...needingDays(layer),
  ];
}

function absencesOf({ notApplicable = [] }: PolicyLayer): readonly AllowedAbsence[] {
  return notApplicable === 'planned' ? [] : notApplicable;
}

function needingDays({ bake }: PolicyLayer): readonly string[] {
  if (!bake || bake.runs >= bake.businessDays) return [];
  return [`bake: ${bake.runs} runs cannot lie on ${bake.businessDays} days`];
}

function twice(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
