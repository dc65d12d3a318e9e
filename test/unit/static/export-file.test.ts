import { describe, expect, it } from 'vitest';
import { cutExport, textOfFile, whyTooLong } from '../../../static/admin/view-models/export-file';

describe('A file that is cut for several requests', () => {
  const records = ['a,1\n', 'b,2\n', 'c,3\n'];

  it('repeats its headings and says in which row each piece begins', () => {
    expect(cutExport(`id,n\n${records.join('')}`, 13)).toEqual([
      { firstRow: 2, text: 'id,n\na,1\nb,2\n' },
      { firstRow: 4, text: 'id,n\nc,3\n' },
    ]);
  });

  it('loses nothing, whatever the size of its pieces', () => {
    for (const size of [1, 9, 10, 17, 1_000]) {
      const pieces = cutExport(`id,n\n${records.join('')}`, size);
      expect(pieces.map(({ text }) => text.slice('id,n\n'.length)).join('')).toBe(records.join(''));
    }
  });

  it('is never cut inside quotation marks', () => {
    expect(cutExport('id,n\n"a\nb",1\nc,2\n', 1).map(({ firstRow, text }) => [firstRow, text])).toEqual([
      [2, 'id,n\n"a\nb",1\n'],
      [3, 'id,n\nc,2\n'],
    ]);
  });

  it('with headings alone is one piece', () => {
    expect(cutExport('id,n\n', 10)).toEqual([{ firstRow: 2, text: 'id,n\n' }]);
  });
});

describe('A row that is longer than a request', () => {
  it('is named by its place', () => {
    const parts = cutExport('id,n\na,1\nb,22222222222222222222\n', 12);
    expect(whyTooLong(parts, 12)).toMatch(/^Row 3: /);
    expect(whyTooLong(parts, 100)).toBeNull();
  });
});

describe('The text of a file', () => {
  const base64 = (bytes: readonly number[]) => Buffer.from(bytes).toString('base64');

  it('is its UTF-8', () => {
    expect(textOfFile(Buffer.from('Zoë').toString('base64'))).toBe('Zoë');
  });

  it('shows where it is not UTF-8', () => {
    expect(textOfFile(base64([0x5a, 0x6f, 0xeb]))).toBe('Zo\uFFFD');
  });
});
