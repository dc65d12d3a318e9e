import { createHash } from 'node:crypto';
import { basename } from 'node:path';

export const DEFAULT_PORT = 4747;

export interface StartOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Path of a seed as given, or null for the bundled organization. */
  readonly seed: string | null;
  readonly fresh: boolean;
}

/** A command line that cannot be understood. */
export class UsageError extends Error {
  constructor(message: string) {
    super(`${message}\nUsage: npm start -- [--port NUMBER] [--seed FILE] [--fresh]`);
    this.name = 'UsageError';
  }
}

/**
 * Reads the command line of `npm start`; `PORT` of the environment stands in for `--port`.
 * @throws UsageError for anything that is no option
 */
export function parseStartOptions(args: readonly string[], environmentPort?: string): StartOptions {
  let port =
    environmentPort === undefined || environmentPort === '' ? DEFAULT_PORT : toPort(environmentPort, 'PORT');
  let seed: string | null = null;
  let fresh = false;
  const rest = args.flatMap((arg) => (/^--\w+=/.test(arg) ? splitOnce(arg) : [arg]));
  for (let i = 0; i < rest.length; i += 1) {
    const arg = rest[i];
    const value = rest[i + 1];
    if (arg === '--fresh') {
      fresh = true;
      continue;
    }
    if (arg !== '--port' && arg !== '--seed') throw new UsageError(`There is no option "${arg ?? ''}".`);
    if (value === undefined || value.startsWith('--')) throw new UsageError(`${arg} needs a value.`);
    if (arg === '--port') port = toPort(value, '--port');
    else seed = value;
    i += 1;
  }
  return { port, seed, fresh };
}

function splitOnce(arg: string): [string, string] {
  const at = arg.indexOf('=');
  return [arg.slice(0, at), arg.slice(at + 1)];
}

function toPort(text: string, name: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new UsageError(`${name} "${text}" is no port: 0 to 65535.`);
  return port;
}

/** What a seed is called: its file's name without endings, or `bundled`. */
export function seedNameOf(path: string | null): string {
  if (path === null) return 'bundled';
  const name = basename(path)
    .replace(/(?:\.seed)?\.json$/i, '')
    .replace(/[^\w.-]+/g, '-');
  return name === '' ? 'seed' : name;
}

/** The state folder of a seed: another content has another folder, so that two seeds never share a state. */
export function stateFolderOf(name: string, seedText: string): string {
  const hash = createHash('sha256').update(seedText).digest('hex').slice(0, 10);
  return `${name}-${hash}`;
}
