import { format } from 'node:util';

import { LOG_LIMITS } from './limits';

/** What one invocation may still write to its log. Approximate: each call of `console` counts as one line. */
export class InvocationLog {
  private lines: number;
  private bytes: number = LOG_LIMITS.bytes;
  private isCut = false;

  /** `budgetMs` is the time that the invocation may take. */
  constructor(budgetMs: number) {
    this.lines = LOG_LIMITS.linesPerMinute * Math.ceil(budgetMs / 60_000);
  }

  /** Gives the line back if it fits, one sentence instead of the first that does not, then nothing. */
  take(line: readonly unknown[]): readonly unknown[] | undefined {
    this.lines -= 1;
    this.bytes -= Buffer.byteLength(format(...line));
    if (this.lines >= 0 && this.bytes >= 0) return line;
    if (this.isCut) return undefined;
    this.isCut = true;
    return ['The log of this invocation is full; its further lines are dropped.'];
  }
}
