import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { figuresOf, type Figures } from '../../test/chaos/figures';
import { logOf, runSeed, shrunk } from '../../test/chaos/run';
import { printBroken } from './chaos-report';
import { inOrder } from './in-order';

/** A run to play. */
export interface Order {
  readonly seed: number;
  readonly withLog: boolean;
}

/** What one run came to, as data that goes from one process to another. */
export interface Told {
  readonly figures: Figures;
  /** Null where nobody asked for it. */
  readonly log: string | null;
  /** How to repeat it and what it broke; null for a safe run. */
  readonly broken: string | null;
}

/** Plays one run; what breaks is shrunk. */
export async function playOrder({ seed, withLog }: Order): Promise<Told> {
  const run = await runSeed(seed);
  return {
    figures: figuresOf(run),
    log: withLog ? logOf(run) : null,
    broken: run.broken.length === 0 ? null : printBroken(await shrunk(run)),
  };
}

/** Plays runs, by so many processes at once, and tells of each in the order given: it plays no part who is faster. */
export async function playOrders(
  orders: readonly Order[],
  workers: number,
  tell: (told: Told) => void,
): Promise<void> {
  if (workers === 1) return inOrder(orders, [playOrder], tell);
  const children = Array.from({ length: workers }, () => fork(join(__dirname, 'chaos-worker.ts')));
  try {
    await inOrder(
      orders,
      children.map((child) => (order: Order) => askWorker(child, order)),
      tell,
    );
  } finally {
    for (const child of children) child.kill();
  }
}

function askWorker(child: ChildProcess, order: Order): Promise<Told> {
  return new Promise((resolve, reject) => {
    const died = (): void => {
      reject(new Error(`The process that played seed ${String(order.seed)} ended.`));
    };
    child.once('exit', died);
    child.once('message', (told) => {
      child.off('exit', died);
      // Our own process sends nothing else.
      resolve(told as Told);
    });
    child.send(order);
  });
}
