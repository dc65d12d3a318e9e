import { readFileSync } from 'node:fs';

/** Ends with a sentence on standard error. 2: bad command line, file or seed; 1: it could not be done. */
export function stop(code: 1 | 2, message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

/** What lies in a JSON file; ends with 2 when it cannot be read. */
export function readJsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    return stop(2, `${path} cannot be read as JSON: ${reasonOf(error)}`);
  }
}

/** Ends with 1: what went wrong is no matter of what was asked for. */
export function stopBroken(error: unknown): never {
  return stop(
    1,
    `The local Atlassian failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A text file; ends with 2 when it cannot be read. */
export function readTextFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return stop(2, `${path} cannot be read: ${reasonOf(error)}`);
  }
}
