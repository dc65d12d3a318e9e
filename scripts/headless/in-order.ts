/**
 * Does every task by whichever worker is free next, and tells of each result in the order of the tasks. Rejects with
 * the first task that failed.
 */
export async function inOrder<Task, Result>(
  tasks: readonly Task[],
  workers: readonly ((task: Task) => Promise<Result>)[],
  tell: (result: Result) => void,
): Promise<void> {
  const left = tasks.entries();
  const done = new Map<number, { readonly result: Result }>();
  let told = 0;
  await Promise.all(
    workers.map(async (work) => {
      // All workers take from the one list.
      for (const [index, task] of left) {
        done.set(index, { result: await work(task) });
        for (let next = done.get(told); next !== undefined; next = done.get(told)) {
          done.delete(told);
          told += 1;
          tell(next.result);
        }
      }
    }),
  );
}
