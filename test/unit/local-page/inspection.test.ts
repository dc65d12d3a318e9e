import { describe, expect, it } from 'vitest';
import { inspectionQuery, pageOfCalls } from '../../local/server/inspection';
import { aCall } from './fake-host';

describe('a page of the call log', () => {
  const calls = [aCall(1), aCall(2, { status: 404, points: 1 }), aCall(3, { body: { name: 'Ada' } })];
  const page = (query: Record<string, string>) => pageOfCalls(calls, inspectionQuery.parse(query));

  it('is found among all calls, with what those found cost', () => {
    expect(page({ q: '4xx' })).toMatchObject({ total: 1, points: 1, items: [{ n: 2 }] });
    expect(page({ q: 'ada' })).toMatchObject({ total: 1, points: 3, items: [{ n: 3 }] });
  });

  it('tells what all calls cost that were found, on whichever page', () => {
    expect(page({ limit: '1' })).toMatchObject({ total: 3, points: 7, items: [{ n: 1 }] });
  });

  it('begins with the newest when asked to', () => {
    expect(page({ newest: '1', limit: '2' })).toMatchObject({ items: [{ n: 3 }, { n: 2 }] });
  });
});
