/** "1 line", "2 lines": a number never stands without what it counts. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
