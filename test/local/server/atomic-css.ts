/**
 * Atlaskit's styles are atomic classes, one declaration each, in one file per component. Which of two classes
 * on an element wins is left to the order in the final sheet, so a bundler has to sort it: general
 * declarations before particular ones, then states, then conditions. Vite only joins the files.
 */
export function sortAtomicCss(css: string): string {
  const statements = splitStatements(css);
  const ranked = statements.map((text, index) => ({ text, index, rank: rankOf(text) }));
  ranked.sort((a, b) => compare(a.rank, b.rank) || a.index - b.index);
  return ranked.map((one) => one.text).join('\n');
}

/** Splits a sheet into its top-level rules. Comments are dropped. */
export function splitStatements(css: string): string[] {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const statements: string[] = [];
  let depth = 0;
  let start = 0;
  let quote: string | null = null;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (char === '\\') i += 1;
    else if (quote !== null) quote = char === quote ? null : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    if (quote === null && depth === 0 && (char === '}' || char === ';')) {
      statements.push(text.slice(start, i + 1).trim());
      start = i + 1;
    }
  }
  return statements.filter((statement) => statement !== '');
}

const STATES = [':link', ':visited', ':focus-within', ':focus', ':focus-visible', ':hover', ':active'];

/** Properties that set others, most general first; all others come after them. */
const SHORTHANDS = [
  /^all$/,
  /^(?:animation|background|border|border-radius|column-rule|columns|flex|flex-flow|font|gap|grid|grid-area|inset|list-style|margin|mask|outline|overflow|padding|place-(?:content|items|self)|text-decoration|transition)$/,
  /^(?:border-(?:color|style|width|block|inline)|(?:inset|margin|padding)-(?:block|inline)|grid-(?:column|row|template))$/,
  /^border-(?:block|inline|top|right|bottom|left)(?:-(?:start|end|color|style|width))?$/,
];

type Rank = readonly [place: number, width: number, state: number, shorthand: number];

/** Places: what must come first, everything that is not atomic, atomic rules, atomic rules under a condition. */
function rankOf(statement: string): Rank {
  if (/^@(?:charset|import|layer|font-face|property|keyframes)/.test(statement)) return [0, 0, 0, 0];
  const condition = /^@[^{]+/.exec(statement)?.[0];
  const body = condition === undefined ? statement : statement.slice(condition.length + 1);
  if (!/^\s*(?:[^{}]*[\s,>]|@[^{]+\{\s*)?\._[a-z0-9]{8}/.test(body)) return [1, 0, 0, 0];
  const place = condition === undefined ? 2 : 3;
  return [place, widthOf(condition ?? ''), stateOf(body), shorthandOf(body)];
}

/** `min-width` rises, then `max-width` falls; conditions without a width come before both. */
function widthOf(condition: string): number {
  const min = /(?:min-width:|width\s*>=)\s*([\d.]+)/.exec(condition)?.[1];
  const max = /(?:max-width:|width\s*<=?)\s*([\d.]+)/.exec(condition)?.[1];
  if (min !== undefined) return Number(min) + (max === undefined ? 0 : 0.5);
  return max === undefined ? 0 : 1_000_000 - Number(max);
}

function stateOf(body: string): number {
  const selector = body.slice(0, body.indexOf('{'));
  return Math.max(
    0,
    ...STATES.map((state, index) => (new RegExp(`${state}(?![-\\w])`).test(selector) ? index + 1 : 0)),
  );
}

function shorthandOf(body: string): number {
  const property = /\{\s*(?:[^{}]*\{)?\s*([a-z-]+)\s*:/.exec(body)?.[1] ?? '';
  const index = SHORTHANDS.findIndex((pattern) => pattern.test(property));
  return index === -1 ? SHORTHANDS.length : index;
}

function compare(a: Rank, b: Rank): number {
  for (let i = 0; i < a.length; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
