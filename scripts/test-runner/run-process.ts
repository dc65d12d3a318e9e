import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

/** How a process ended. */
export type Ending =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'signal'; readonly signal: string }
  | { readonly kind: 'time-out' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'no-start'; readonly message: string };

export interface ProcessOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly limitMs: number;
  /** Aborted when the whole run is interrupted. */
  readonly interrupt: AbortSignal;
}

const WINDOWS = process.platform === 'win32';
const GRACE_MS = 3_000;

/**
 * Runs node with `args` in a process group of its own, its output going where ours goes. After its end nothing
 * of the group is left, so that no step can disturb the next one or print after the last line.
 */
export function runNode(args: readonly string[], options: ProcessOptions): Promise<Ending> {
  const { cwd, env, limitMs, interrupt } = options;
  return new Promise((resolve) => {
    if (interrupt.aborted) return resolve({ kind: 'stopped' });
    let early: Ending | null = null;
    const child = spawn(process.execPath, args, {
      cwd,
      env,
      detached: !WINDOWS,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const end = (reason: Ending): void => {
      early ??= reason;
      signalGroup(child, 'SIGTERM');
      setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS).unref();
    };
    const timer = setTimeout(() => end({ kind: 'time-out' }), limitMs);
    const onInterrupt = (): void => end({ kind: 'stopped' });
    interrupt.addEventListener('abort', onInterrupt);
    const settle = (ending: Ending): void => {
      clearTimeout(timer);
      interrupt.removeEventListener('abort', onInterrupt);
      signalGroup(child, 'SIGKILL');
      resolve(early ?? ending);
    };
    child.once('error', (error) => settle({ kind: 'no-start', message: error.message }));
    child.once('exit', (code, signal) => {
      settle(code === null ? { kind: 'signal', signal: signal ?? 'unknown' } : { kind: 'exit', code });
    });
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (WINDOWS) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // The group has ended already.
  }
}
