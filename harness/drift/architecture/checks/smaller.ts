import type { SourceFile } from '../../support/source-file.ts';
import type { SyntaxNode } from '../../support/syntax.ts';
import { constantsNamed } from '../constants/find.ts';
import { type Quantity, quantityText, smallerThan } from '../constants/quantity.ts';
import type { ConstantSource, SmallerCheck } from '../rules/rule.ts';
import { pathSet } from '../tree/path-set.ts';
import type { Tree } from '../tree/tree.ts';
import { type Check, type Draft, emptyGlobs, nodePlace } from './check.ts';
import { codePaths } from './code-paths.ts';

interface Measured {
  readonly file: SourceFile;
  readonly node: SyntaxNode;
  readonly name: string;
  readonly quantity: Quantity | undefined;
}

/** Every constant of the left side is smaller than every one of the right side; units are taken into account. */
export const checkSmaller: Check<SmallerCheck> = (settings, { tree }) => {
  const left = measure(tree, settings.left);
  const right = measure(tree, settings.than);
  const drafts = left.flatMap((small) =>
    right.flatMap((large) => {
      const message = faultOf(small, large, settings);
      return message === undefined ? [] : [draftOf(small, large, message)];
    }),
  );
  const empty = [
    ...emptySide('left', settings.left, left, tree),
    ...emptySide('than', settings.than, right, tree),
  ];
  return { drafts, empty };
};

function measure(tree: Tree, source: ConstantSource): readonly Measured[] {
  const set = pathSet(source.files);
  return tree.code
    .filter(({ path, text }) => set.has(path) && text.includes(source.name))
    .flatMap((file) =>
      constantsNamed(tree, file, source.name, source.unit).map((each) => ({
        file,
        name: source.name,
        ...each,
      })),
    );
}

function faultOf(small: Measured, large: Measured, settings: SmallerCheck): string | undefined {
  const unread = [small, large].find(({ quantity }) => quantity === undefined);
  if (unread)
    return `${unread.name} = ‘${unread.node.text()}’ cannot be worked out, so it cannot be compared.`;
  if (!small.quantity || !large.quantity) return undefined;
  const scaled = { ...small.quantity, amount: small.quantity.amount * settings.factor };
  const answer = smallerThan(scaled, large.quantity, settings.orEqual);
  if (answer === true) return undefined;
  const [a, b] = [quantityText(small.quantity), quantityText(large.quantity)];
  if (answer === 'incomparable') return `${small.name} is ${a} and ${large.name} is ${b}: give both a unit.`;
  const times = settings.factor === 1 ? '' : `${settings.factor} × `;
  return `${times}${small.name} (${a}) must be ${settings.orEqual ? 'at most' : 'smaller than'} ${large.name} (${b}).`;
}

function draftOf(small: Measured, large: Measured, message: string): Draft {
  const other = nodePlace(large.file, large.node);
  return {
    ...nodePlace(small.file, small.node),
    value: small.name,
    message,
    related: [{ file: other.file, line: other.line, column: other.column }],
  };
}

function emptySide(
  key: string,
  source: ConstantSource,
  found: readonly Measured[],
  tree: Tree,
): readonly string[] {
  const globs = emptyGlobs(key, pathSet(source.files).unmatched(codePaths(tree)));
  return found.length > 0 || globs.length > 0 ? globs : [`${key}: nothing is called ‘${source.name}’`];
}
