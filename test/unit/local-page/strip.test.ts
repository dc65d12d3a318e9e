import { describe, expect, it } from 'vitest';
import { searchCalls } from '../../local/call-search';
import { toFault } from '../../local/page/inspector/fault-form';
import { adfToText, textToAdf } from '../../local/page/renderer/adf-text';
import { bytesText, toSerializedFile } from '../../local/page/renderer/file-data';
import { clockText } from '../../local/page/strip/clock-text';
import { actorText } from '../../local/page/strip/actor-text';
import { newestFirst } from '../../local/page/strip/use-activity';
import { aCall } from './fake-host';

describe('the list of REST calls', () => {
  const calls = [
    aCall(1),
    aCall(2, { method: 'DELETE', status: 403 }),
    aCall(3, { status: null, fault: 'timeout' }),
    aCall(4, { method: 'POST', path: '/rest/api/3/issue', body: { summary: 'Who owns this?' } }),
  ];

  it('is filtered by words, which must all be there', () => {
    expect(searchCalls(calls, 'delete group').map((call) => call.n)).toEqual([2]);
  });

  it('is filtered by a class of statuses', () => {
    expect(searchCalls(calls, '4xx').map((call) => call.n)).toEqual([2]);
  });

  it('is filtered by faults', () => {
    expect(searchCalls(calls, 'timeout').map((call) => call.n)).toEqual([3]);
  });

  it('is searched through bodies', () => {
    expect(searchCalls(calls, 'owns POST').map((call) => call.n)).toEqual([4]);
  });

  it('is searched through queries as they stand in an address', () => {
    expect(searchCalls(calls, 'member?groupId=a').map((call) => call.n)).toEqual([1, 2, 3]);
  });

  it('takes each call once, newest first', () => {
    expect(newestFirst([aCall(2), aCall(3)], [aCall(2), aCall(1)]).map((call) => call.n)).toEqual([3, 2, 1]);
  });

  it('names people where it can', () => {
    const names = new Map([['712020:1', 'Ada Admin']]);
    expect([actorText('user:712020:1', names), actorText('app', names)]).toEqual(['Ada Admin', 'app']);
  });
});

describe('texts of the page', () => {
  it('show the local time in UTC', () => {
    expect(clockText('2026-11-02T09:05:00.000Z')).toBe('Mon 2 Nov 2026, 09:05 UTC');
  });

  it('show sizes of files', () => {
    expect([bytesText(12), bytesText(1_536), bytesText(3 * 1_048_576)]).toEqual(['12 B', '1.5 KB', '3 MB']);
  });

  it('go into documents and come back', () => {
    expect(adfToText(textToAdf('one\n\ntwo'))).toBe('one\n\ntwo');
  });

  it('are empty for what is no document', () => {
    expect(adfToText('nonsense')).toBe('');
  });
});

describe('a file that is picked', () => {
  it('is handed over in plain base64', async () => {
    const file = new File(['account,verdict'], 'export.csv', { type: 'text/csv' });
    expect(await toSerializedFile(file)).toEqual({
      data: 'YWNjb3VudCx2ZXJkaWN0',
      name: 'export.csv',
      size: 15,
      type: 'text/csv',
    });
  });
});

describe('the fault form', () => {
  const form = {
    target: 'jira',
    match: ' GET /rest/api/3/* ',
    mode: 'status',
    status: '429',
    times: '3',
    headers: '',
  };

  it('becomes a fault', () => {
    expect(toFault({ ...form, headers: 'Retry-After: 10' })).toEqual({
      target: 'jira',
      match: 'GET /rest/api/3/*',
      mode: 'status',
      times: 3,
      status: 429,
      headers: { 'Retry-After': '10' },
    });
  });

  it('takes a header from each line', () => {
    const headers = 'Retry-After: 10\nRateLimit-Reason: jira-burst-based\n';
    expect(toFault({ ...form, headers })).toMatchObject({
      headers: { 'Retry-After': '10', 'RateLimit-Reason': 'jira-burst-based' },
    });
  });

  it('says no status for other modes', () => {
    expect(toFault({ ...form, mode: 'crash' })).toEqual({
      target: 'jira',
      match: 'GET /rest/api/3/*',
      mode: 'crash',
      times: 3,
    });
  });
});
