import { describe, expect, it } from 'vitest';
import { readExportDay } from '../../../../src/domain/user-export/export-day';

function problemOf(text: string): string | null {
  const reading = readExportDay(text);
  return reading.ok ? null : reading.problem;
}

describe('A day of a user export', () => {
  it.each([
    ['25 Oct 2023', '2023-10-25'],
    ['5 October 2023', '2023-10-05'],
    ['Oct 5, 2023', '2023-10-05'],
    ['2023-10-05', '2023-10-05'],
    ['2023-10-05T23:30:00.000Z', '2023-10-05'],
    ['2023-10-05T23:30:00-08:00', '2023-10-06'],
    ['08 Aug 2019 03:24:18 AM', '2019-08-08'],
    ['25/10/2023', '2023-10-25'],
    ['10/25/2023', '2023-10-25'],
    ['05/05/2023', '2023-05-05'],
  ])('%s is %s', (text, day) => {
    expect(readExportDay(text)).toEqual({ ok: true, day: `${day}T00:00:00.000Z` });
  });

  it.each(['03/04/2023', '3.4.2023', '03-04-2023'])('%s is refused, for it is two days', (text) => {
    expect(problemOf(text)).toContain('two different days');
  });

  it.each(['31 Feb 2023', '25 Oct 23', '25 okt 2023', 'yesterday', ''])(
    '“%s” is refused as no date',
    (text) => {
      expect(problemOf(text)).toContain('no date');
    },
  );
});
