/** What the fault form holds, all as typed. */
export interface FaultForm {
  readonly target: string;
  readonly match: string;
  readonly mode: string;
  readonly status: string;
  readonly times: string;
  readonly headers: string;
}

export const EMPTY_FAULT: FaultForm = {
  target: 'jira',
  match: 'GET /rest/api/3/group/member',
  mode: 'status',
  status: '429',
  times: '1',
  headers: 'Retry-After: 10',
};

/** The fault that `POST /__local/fault` takes; headers are one `Name: value` a line. */
export function toFault(form: FaultForm): Record<string, unknown> {
  const headers = form.headers
    .split('\n')
    .map((line) => /^([^:]+):\s*(.*)$/.exec(line.trim()))
    .flatMap((match) => (match?.[1] === undefined ? [] : [[match[1].trim(), match[2] ?? '']]));
  const isStatus = form.mode === 'status';
  return {
    target: form.target,
    match: form.match.trim(),
    mode: form.mode,
    times: Number(form.times),
    ...(isStatus ? { status: Number(form.status) } : {}),
    ...(isStatus && headers.length > 0 ? { headers: Object.fromEntries(headers) as unknown } : {}),
  };
}
