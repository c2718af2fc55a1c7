import type { EnumType, EnumValue } from '../catalogue/sql-type.ts';
import type { Role } from '../sql/facts.ts';
import type { Span } from './expr.ts';

/** The statement that something was found in, as a person would read it. */
export interface StatementText extends Span {
  readonly sql: string;
}

/** A value of an enum in code. `statement` is where it takes effect, the span where it is written. */
export interface CodeUse extends Span {
  readonly enum: EnumType;
  readonly value: string;
  readonly entry: EnumValue | undefined;
  readonly role: Role;
  readonly isText?: true;
  readonly statement: StatementText;
}

/** A place where types do not meet. */
export interface CodeFault extends Span {
  readonly enum: EnumType;
  readonly message: string;
  readonly statement: StatementText;
}

/** A value that the code does not tell, or a statement that could not be read. */
export interface Unresolved extends Span {
  readonly enum?: EnumType;
  readonly why:
    | 'runtime value'
    | 'no call found'
    | 'unclear receiver'
    | 'another database'
    | 'unknown table'
    | 'partly dynamic'
    | 'unreadable statement'
    | 'no statement found'
    | 'too many ways';
  readonly statement: StatementText;
}

/** A statement that touches an enum, in the form that a database can be asked about. */
export interface Preparable {
  readonly sql: string;
  readonly statement: StatementText;
  /** False when holes were filled with guesses, so that a refusal proves nothing. */
  readonly exact: boolean;
}

/** What the code says about enums. */
export interface CodeFacts {
  readonly uses: readonly CodeUse[];
  readonly faults: readonly CodeFault[];
  readonly unresolved: readonly Unresolved[];
  readonly preparable: readonly Preparable[];
  /** Where the texts were written that went into a statement: `path:offset`. */
  readonly consumed: ReadonlySet<string>;
}
