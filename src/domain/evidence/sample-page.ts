import { explainSeat, type Names } from '../classification/explain';
import { pathsInCell } from './evidence-files';
import type { LineTrace } from './line-trace';
import { drawHash, outcomeOf } from './sample';
import type { Sample } from './sample-files';
import { SCOPE } from './sign-off-statement';

const STYLE =
  'body{font:10pt/1.4 sans-serif;margin:2em;max-width:60em}section{break-inside:avoid-page}' +
  'table{border-collapse:collapse;width:100%}th,td{border:1px solid;padding:.3em;text-align:left;vertical-align:top}' +
  'code{overflow-wrap:anywhere;font-size:8pt}h2{margin-top:2em}dt{font-weight:bold}';

/** The sample as one page to print: no script, nothing that is loaded, account ids in place of names. */
export function sampleHtml(sample: Sample, names: Names): string {
  const { cycle, choice, strata, traces } = sample;
  const drawn = `${String(traces.length)} of ${String(cycle.lines.length)} lines, drawn by the seed ${choice.seed}${choice.byOutcome ? ', outcomes in turn' : ''}.`;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<title>${escaped(`Sample of ${cycle.title}`)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escaped(`Sample of ${cycle.title}`)}</h1>`,
    `<p>${escaped(drawn)} Review <code>${escaped(cycle.cycleId)}</code>, last record ${String(cycle.sequence)}, <code>${cycle.headHash}</code>.</p>`,
    `<p>${escaped(strata.map(({ outcome, lines, sampled }) => `${outcome}: ${String(sampled)} of ${String(lines)}`).join('; '))}.</p>`,
    `<p>${escaped(SCOPE)}</p>`,
    ...traces.map((trace, index) => section(trace, { ...sample, names, drawn: index + 1 })),
    '</body></html>\n',
  ].join('\n');
}

function section(
  trace: LineTrace,
  { cycle, choice, names, drawn }: Sample & { readonly names: Names; readonly drawn: number },
): string {
  const { line, recommended } = trace;
  const { line: number, seat } = line.facts;
  const facts: readonly (readonly [string, string])[] = [
    ['Account', seat.accountId],
    ['Drawn', `${String(drawn)}, by ${drawHash(choice.seed, number)}`],
    ['Paths', pathsInCell(seat.paths)],
    ['Activity', `${seat.activity}${seat.lastActiveAt === null ? '' : `, last active ${seat.lastActiveAt}`}`],
    ['Verdict', `${seat.verdict}, ${seat.reason}`],
    ['Why', explainSeat(seat, names)],
    ['Not checked', seat.notChecked.join('; ')],
    ['Recommended', recommended],
    ['Outcome', `${outcomeOf(line)}${line.cause === null ? '' : `: ${line.cause}`}`],
  ];
  return [
    `<section><h2>${escaped(`Line ${String(number)}: ${names.product(seat.product)}`)}</h2><dl>`,
    ...facts
      .filter(([, value]) => value !== '')
      .map(([label, value]) => `<dt>${label}</dt><dd>${spoken(value)}</dd>`),
    '</dl><table><tr><th>Record</th><th>When</th><th>Who</th><th>What</th></tr>',
    ...trace.records.map((record) => row(cycle.cycleId, record)),
    ...trace.after.map((record) => row('org', { ...record, by: 'app', role: 'app' })),
    '</table></section>',
  ].join('\n');
}

interface Row {
  readonly sequence: number;
  readonly hash: string;
  readonly at: string;
  readonly by: string;
  readonly role: string;
  readonly text: string;
}

function row(ledger: string, { sequence, hash, at, by, role, text }: Row): string {
  const who = by === role ? by : `${by} (${role})`;
  return `<tr><td>${escaped(ledger)} ${String(sequence)}<br><code>${escaped(hash)}</code></td><td>${escaped(at)}</td><td>${escaped(who)}</td><td>${spoken(text)}</td></tr>`;
}

/** A sentence with the names of groups, which stand between asterisks, apart. */
function spoken(text: string): string {
  return escaped(text).replace(/\*([^*\n]+)\*/g, '<strong>$1</strong>');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
