import type { RuleCheck } from '../rules/rule.ts';
import { checkAbsent } from './absent.ts';
import { checkAcyclic } from './acyclic.ts';
import { checkCalls } from './calls.ts';
import type { Outcome, Scene } from './check.ts';
import { checkEveryFile } from './every-file.ts';
import { checkForbidden } from './forbidden.ts';
import { checkLayers } from './layers.ts';
import { checkLeaf } from './leaf.ts';
import { checkNames } from './names.ts';
import { checkNoField } from './no-field.ts';
import { checkSize } from './size.ts';
import { checkSmaller } from './smaller.ts';

/** Runs the check of one rule on a scene. */
export function runCheck(check: RuleCheck, scene: Scene): Outcome {
  switch (check.kind) {
    case 'forbidden':
      return checkForbidden(check.settings, scene);
    case 'leaf':
      return checkLeaf(check.settings, scene);
    case 'layers':
      return checkLayers(check.settings, scene);
    case 'acyclic':
      return checkAcyclic(check.settings, scene);
    case 'everyFileHasALayer':
      return checkEveryFile(check.settings, scene);
    case 'calls':
      return checkCalls(check.settings, scene);
    case 'absent':
      return checkAbsent(check.settings, scene);
    case 'noField':
      return checkNoField(check.settings, scene);
    case 'smaller':
      return checkSmaller(check.settings, scene);
    case 'names':
      return checkNames(check.settings, scene);
    case 'size':
      return checkSize(check.settings, scene);
    default:
      return check satisfies never;
  }
}
