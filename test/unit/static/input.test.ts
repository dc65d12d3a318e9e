import { describe, expect, it } from 'vitest';
import {
  choiceOf,
  choicesFrom,
  choicesOf,
  isChecked,
  pageNumberOf,
  peopleOf,
  textOf,
} from '../../../static/admin/view-models/input';

describe('values from UI Kit', () => {
  it('are text only when they are', () => {
    expect(textOf({ target: { value: 'abc' } })).toBe('abc');
    expect(textOf({ target: {} })).toBe('');
  });

  it('are checked only when they say so', () => {
    expect(isChecked({ target: { checked: true } })).toBe(true);
    expect(isChecked({ target: { checked: 'yes' } })).toBe(false);
  });

  it('of a select are its value, or nothing when it was cleared', () => {
    expect(choiceOf({ label: 'A', value: 'a' })).toBe('a');
    expect(choiceOf(null)).toBe('');
    expect(choicesOf([{ value: 'a' }, null, { value: 'b' }])).toEqual(['a', 'b']);
  });

  it('of a user picker are account ids, for one person, several, or nobody', () => {
    expect(peopleOf({ id: 'a', name: 'Ana' })).toEqual(['a']);
    expect(peopleOf([{ id: 'a' }, { id: 'b' }])).toEqual(['a', 'b']);
    expect(peopleOf(null)).toEqual([]);
  });

  it('of a pagination are page numbers from 1', () => {
    expect(pageNumberOf(3)).toBe(3);
    expect(pageNumberOf('x')).toBe(1);
  });
});

describe('options from labels', () => {
  it('begin with a capital', () => {
    expect(choicesFrom({ scim: 'synced group' })).toEqual([{ value: 'scim', label: 'Synced group' }]);
  });
});
