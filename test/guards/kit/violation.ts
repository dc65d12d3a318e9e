/** One place where a rule is broken. */
export interface Violation {
  readonly file: string;
  /** Counted from 1; 0 when it is about the file as a whole. */
  readonly line: number;
  readonly message: string;
}

/**
 * Ends a guard.
 *
 * @throws one error that lists every violation as `file:line message`, so that an editor can jump to each.
 */
export function expectNone(rule: string, violations: readonly Violation[]): void {
  if (violations.length === 0) return;
  const lines = violations.map(
    ({ file, line, message }) => `  ${file}${line > 0 ? `:${String(line)}` : ''} ${message}`,
  );
  const error = new Error(`${rule}\n${lines.join('\n')}`);
  // The stack would point at this function, which helps nobody.
  delete error.stack;
  throw error;
}
