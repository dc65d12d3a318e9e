import type { Files } from '../kit/files';
import { filesIn, typescriptFiles } from '../kit/files';
import { importsOf } from '../kit/imports';
import type { Violation } from '../kit/violation';

type Graph = ReadonlyMap<string, readonly string[]>;

/** Files that import each other in a ring, types included: a ring of types ties modules together as well. */
export function importCycles(files: Files): readonly Violation[] {
  const ours = typescriptFiles(filesIn(files, 'src/', 'static/', 'test/', 'scripts/'));
  const graph: Graph = new Map(
    [...ours.keys()].map((path) => [
      path,
      [...new Set(importsOf(path, files).flatMap(({ target }) => (target === null ? [] : [target])))],
    ]),
  );
  const reported = new Set<string>();
  const violations: Violation[] = [];
  for (const start of graph.keys()) {
    if (reported.has(start)) continue;
    const ring = shortestRing(start, graph);
    if (ring === null) continue;
    for (const path of ring) reported.add(path);
    violations.push({
      file: start,
      line: 0,
      message: `is in a ring of imports: ${[...ring, start].join(' → ')}`,
    });
  }
  return violations;
}

/** Shortest way from a file through its imports back to itself, or null. */
function shortestRing(start: string, graph: Graph): readonly string[] | null {
  const seen = new Set<string>();
  let ways: (readonly string[])[] = [[start]];
  while (ways.length > 0) {
    const longer: (readonly string[])[] = [];
    for (const way of ways) {
      for (const next of graph.get(way[way.length - 1] ?? start) ?? []) {
        if (next === start) return way;
        if (seen.has(next)) continue;
        seen.add(next);
        longer.push([...way, next]);
      }
    }
    ways = longer;
  }
  return null;
}
