import type { DecisionKind, LineRow } from '../../../src/contract/review-replies';
import { counted } from './counts';
import { alikeInWords, alikeKey, isAssignable, isDecidable, isUndoable } from './lines';

/** Chosen lines by their number, in the order of choosing. */
export type Selection = ReadonlyMap<number, LineRow>;

export const NO_LINES: Selection = new Map();

/** Most lines of one decision. */
export const MOST_LINES = 1000;

export interface Choice {
  readonly selection: Selection;
  /** Why something was left out, as a sentence; empty when nothing was. */
  readonly notice: string;
}

/**
 * Adds a line and the lines of its bundle. What is not alike stays out and is named, because one decision covers
 * only lines alike (product.md §7).
 */
export function addLine(selection: Selection, line: LineRow, mates: readonly LineRow[]): Choice {
  const first = [...selection.values()][0] ?? line;
  if (alikeKey(first) !== alikeKey(line)) {
    return {
      selection,
      notice: `Only lines alike are decided together. Chosen so far: ${alikeInWords(first)}. This line: ${alikeInWords(line)}.`,
    };
  }
  const wanted = [line, ...mates];
  const alike = wanted.filter(
    (one) => alikeKey(one) === alikeKey(line) && (isDecidable(one) || isUndoable(one)),
  );
  const others = wanted.filter((one) => alikeKey(one) !== alikeKey(line));
  return {
    selection: new Map([...selection, ...alike.map((one) => [one.line, one] as const)]),
    notice:
      others.length === 0
        ? ''
        : `Line ${others.map((one) => String(one.line)).join(', ')} shares a group but is not alike. Decide it too: a bundle is removed only as a whole.`,
  };
}

/** Takes a line and the lines of its bundle out again. */
export function removeLine(selection: Selection, line: LineRow): Selection {
  const gone = new Set([line.line, ...line.bundle]);
  return new Map([...selection].filter(([number]) => !gone.has(number)));
}

/**
 * All of `lines` that are alike `first`, may be decided and are as far, so that none that was decided is swept along;
 * up to the most that one decision takes.
 */
export function allAlike(first: LineRow, lines: readonly LineRow[]): Selection {
  const alike = lines.filter(
    (line) => alikeKey(line) === alikeKey(first) && line.state === first.state && isDecidable(line),
  );
  return new Map(alike.slice(0, MOST_LINES).map((line) => [line.line, line]));
}

export interface SelectionView {
  readonly lines: readonly LineRow[];
  /** "3 lines of 2 people: Local cleanup, recommended: remove". */
  readonly summary: string;
  readonly mayDecide: boolean;
  readonly mayAssign: boolean;
  readonly mayUndo: boolean;
}

export function selectionView(selection: Selection): SelectionView {
  const lines = [...selection.values()];
  const [first] = lines;
  const people = new Set(lines.map(({ accountId }) => accountId)).size;
  return {
    lines,
    summary:
      first === undefined
        ? ''
        : `${counted(lines.length, 'line')} of ${counted(people, 'person')}: ${alikeInWords(first)}`,
    mayDecide: lines.length > 0 && lines.every(isDecidable),
    mayAssign: lines.length > 0 && lines.every(isAssignable),
    mayUndo: lines.length > 0 && lines.every(isUndoable),
  };
}

/** Decisions that every one of the lines allows, in the order of the first. */
export function commonDecisions(lines: readonly LineRow[]): DecisionKind[] {
  const [first, ...rest] = lines;
  if (first === undefined) return [];
  return first.allowed.filter((kind) => rest.every(({ allowed }) => allowed.includes(kind)));
}
