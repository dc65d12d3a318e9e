import { describe, expect, it } from 'vitest';
import { messageParts, plainMessage } from '../../../static/admin/view-models/message';
import { COLLEAGUE } from './builders';

describe('sentences of the back end', () => {
  it('name people by account id, which a screen shows by name', () => {
    expect(messageParts(`Changed meanwhile by ${COLLEAGUE}.`)).toEqual([
      { text: 'Changed meanwhile by ' },
      { accountId: COLLEAGUE },
      { text: '.' },
    ]);
  });

  it('leave a colon after a person in the sentence', () => {
    expect(messageParts(`${COLLEAGUE}: known lag`)).toEqual([
      { accountId: COLLEAGUE },
      { text: ': known lag' },
    ]);
  });

  it('know the old kind of account id too', () => {
    expect(messageParts('5be24ad8b1653240376955d2 decided')).toEqual([
      { accountId: '5be24ad8b1653240376955d2' },
      { text: ' decided' },
    ]);
  });

  it('put names of groups apart', () => {
    expect(messageParts('Remove from *legacy*: Jira then ends.')).toEqual([
      { text: 'Remove from ' },
      { name: 'legacy' },
      { text: ': Jira then ends.' },
    ]);
  });

  it('without people and names stay whole', () => {
    expect(messageParts('Scan at 09:00, 12 of 20 pages')).toEqual([
      { text: 'Scan at 09:00, 12 of 20 pages' },
    ]);
  });

  it('show no id where only text can stand', () => {
    expect(plainMessage(`Changed by ${COLLEAGUE} in *legacy*`)).toBe('Changed by somebody else in legacy');
  });
});
