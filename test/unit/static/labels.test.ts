import { describe, expect, it } from 'vitest';
import { SOURCE_LABELS, VERDICT_LABELS, productLabel } from '../../../static/admin/view-models/labels';

describe('words on screens', () => {
  it('name the verdicts as the product does', () => {
    expect(VERDICT_LABELS).toEqual({
      keep: 'Active',
      protected: 'Protected',
      hold: 'Needs facts',
      cleanup: 'Local cleanup',
      split: 'Split',
      'route-out': 'Owner decides',
    });
  });

  it('name every path source apart', () => {
    expect(new Set(Object.values(SOURCE_LABELS)).size).toBe(7);
  });

  it('show a product without a known name by its key', () => {
    expect(productLabel('confluence')).toBe('Confluence');
    expect(productLabel('new-product')).toBe('new-product');
  });
});
