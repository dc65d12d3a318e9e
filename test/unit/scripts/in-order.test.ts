import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../scripts/headless/in-order';

/** Tasks that end when the test says so. */
function held() {
  const ends = new Map<number, () => void>();
  const begun: string[] = [];
  const worker = (name: string) => (task: number) =>
    new Promise<number>((resolve) => {
      begun.push(`${name} ${String(task)}`);
      ends.set(task, () => {
        resolve(10 * task);
      });
    });
  const end = async (task: number): Promise<void> => {
    ends.get(task)?.();
    await new Promise(setImmediate);
  };
  return { begun, worker, end };
}

describe('Tasks of several workers', () => {
  it('are told of in their order, whoever is done first', async () => {
    const { worker, end } = held();
    const told: number[] = [];
    const all = inOrder([1, 2, 3], [worker('a'), worker('b')], (result) => told.push(result));
    await end(2);
    await end(3);
    expect(told).toEqual([]);
    await end(1);
    await all;
    expect(told).toEqual([10, 20, 30]);
  });

  it('go to whoever is free, each once', async () => {
    const { worker, end, begun } = held();
    const all = inOrder([1, 2, 3, 4], [worker('a'), worker('b')], () => undefined);
    for (const task of [2, 3, 4, 1]) await end(task);
    await all;
    expect(begun).toEqual(['a 1', 'b 2', 'b 3', 'b 4']);
  });

  it('fail with the one that failed', async () => {
    const failing = () => Promise.reject(new Error('broken'));
    await expect(inOrder([1], [failing], () => undefined)).rejects.toThrow('broken');
  });
});
