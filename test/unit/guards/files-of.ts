import type { Files } from '../../guards/kit/files';
import type { Violation } from '../../guards/kit/violation';

/** A project that consists of these files. */
export function filesOf(files: Readonly<Record<string, string>>): Files {
  return new Map(Object.entries(files));
}

/** `file:line message`, as a guard prints it. */
export function shown(violations: readonly Violation[]): readonly string[] {
  return violations.map(({ file, line, message }) => `${file}:${String(line)} ${message}`);
}
