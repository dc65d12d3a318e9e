/** One endpoint as the API documents it: `{name}` in a path stands for one segment. */
export interface RoutePattern {
  readonly method: string;
  readonly path: string;
}

export interface RouteMatch<R> {
  readonly route: R;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the endpoint of a request; a literal segment wins over a parameter. */
export class RouteTable<R extends RoutePattern> {
  private readonly byShape = new Map<string, { route: R; segments: string[] }[]>();
  private readonly paths: string[][];

  constructor(readonly routes: readonly R[]) {
    this.paths = routes.map((route) => split(route.path));
    for (const route of routes) {
      const segments = split(route.path);
      const shape = `${route.method} ${String(segments.length)}`;
      const entries = this.byShape.get(shape) ?? [];
      entries.push({ route, segments });
      entries.sort((a, b) => parameterCount(a.segments) - parameterCount(b.segments));
      this.byShape.set(shape, entries);
    }
  }

  /** The matching endpoint; `no-method` when only other methods are served there. */
  match(method: string, path: string): RouteMatch<R> | 'no-path' | 'no-method' {
    const parts = split(path);
    for (const { route, segments } of this.byShape.get(`${method} ${String(parts.length)}`) ?? []) {
      const params = matchSegments(segments, parts);
      if (params !== undefined) return { route, params };
    }
    const known = this.paths.some((segments) => matchSegments(segments, parts) !== undefined);
    return known ? 'no-method' : 'no-path';
  }
}

function split(path: string): string[] {
  return path.split('/').slice(1);
}

function parameterCount(segments: readonly string[]): number {
  return segments.filter((segment) => segment.startsWith('{')).length;
}

function matchSegments(
  segments: readonly string[],
  parts: readonly string[],
): Record<string, string> | undefined {
  if (segments.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, segment] of segments.entries()) {
    const part = parts[i] ?? '';
    if (!segment.startsWith('{')) {
      if (segment !== part) return undefined;
      continue;
    }
    const value = decode(part);
    if (value === undefined || value === '') return undefined;
    params[segment.slice(1, -1)] = value;
  }
  return params;
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
