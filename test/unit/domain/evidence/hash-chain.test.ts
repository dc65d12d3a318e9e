import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chainRecord,
  findChainFault,
  GENESIS,
  hashOf,
  hashOfText,
} from '../../../../src/domain/evidence/hash-chain';
import type { LedgerRecord } from '../../../../src/domain/evidence/record';
import { daysAgo } from '../../../builders/times';

const APP = { accountId: null, role: 'app' as const, proof: 'a schedule' };

/** A ledger of so many records. */
function aLedger(count: number, ledger = 'org'): LedgerRecord[] {
  const records: LedgerRecord[] = [];
  for (let sequence = 0; sequence < count; sequence += 1) {
    const head = { ledger, sequence, hash: records.at(-1)?.hash ?? GENESIS };
    const event = { kind: 'flag-dismissed', flagId: `flag-${String(sequence)}` };
    records.push(chainRecord(head, { at: daysAgo(count - sequence), actor: APP, nonce: '00', event }));
  }
  return records;
}

const ledger = aLedger(5);
const [first, second, third, fourth, fifth] = ledger as [
  LedgerRecord,
  LedgerRecord,
  LedgerRecord,
  LedgerRecord,
  LedgerRecord,
];
const head = fifth.hash;

describe('A ledger', () => {
  it('begins with 64 zeros and number 1', () => {
    expect(first).toMatchObject({ previous: '0'.repeat(64), sequence: 1 });
  });

  it('has no fault when every record is there, in its place and unchanged', () => {
    expect(findChainFault(ledger, head)).toBeNull();
  });

  it('has no fault when it is empty', () => {
    expect(findChainFault([], GENESIS)).toBeNull();
  });

  it('can be checked from any record on', () => {
    expect(findChainFault([fourth, fifth], head, third)).toBeNull();
  });
});

describe('A fault is found when', () => {
  it.each<[string, LedgerRecord[], string]>([
    [
      'the payload of a record changed',
      [first, second, { ...third, event: { kind: 'key-removed' } }, fourth, fifth],
      'Record 3 was changed after it was written.',
    ],
    [
      'the time of a record changed',
      [first, { ...second, at: daysAgo(0) }, third, fourth, fifth],
      'Record 2 was changed after it was written.',
    ],
    [
      'the actor of a record changed',
      [{ ...first, actor: { ...APP, accountId: 'eve' } }, second, third, fourth, fifth],
      'Record 1 was changed after it was written.',
    ],
    [
      'the hash of a record changed',
      [first, second, third, { ...fourth, hash: 'f'.repeat(64) }, fifth],
      'Record 4 was changed after it was written.',
    ],
    ['the first record is missing', [second, third, fourth, fifth], 'Record 1 is missing or out of order.'],
    ['a record is missing', [first, second, fourth, fifth], 'Record 3 is missing or out of order.'],
    [
      'two records changed places',
      [first, third, second, fourth, fifth],
      'Record 2 is missing or out of order.',
    ],
    [
      'a record is there twice',
      [first, second, second, third, fourth, fifth],
      'Record 3 is missing or out of order.',
    ],
    ['the end was cut off', [first, second, third], 'Records are missing at the end.'],
    ['everything was cut off', [], 'Records are missing at the end.'],
  ])('%s', (_, records, fault) => {
    expect(findChainFault(records, head)).toBe(fault);
  });

  it('a record was written anew with its hash, because the next one does not follow', () => {
    const forged = chainRecord(
      { ledger: 'org', sequence: 1, hash: first.hash },
      { at: second.at, actor: APP, nonce: '00', event: { kind: 'forged' } },
    );
    expect(findChainFault([first, forged, third, fourth, fifth], head)).toBe(
      'Record 3 does not follow from the one before it.',
    );
  });

  it('the whole end was written anew, because the sealed head is another', () => {
    const forged = aLedger(5, 'other');
    expect(findChainFault(forged, head)).toBe('Records are missing at the end.');
  });

  it('a record was added at the end', () => {
    const more = chainRecord(
      { ledger: 'org', sequence: 5, hash: head },
      { at: daysAgo(0), actor: APP, nonce: '00', event: { kind: 'added' } },
    );
    expect(findChainFault([...ledger, more], head)).not.toBeNull();
  });
});

it('gives two writers of the same event two records, because each has its own random nonce', () => {
  const head = { ledger: 'org', sequence: 0, hash: GENESIS };
  const entry = { at: daysAgo(1), actor: APP, event: { kind: 'same' } };
  const [one, other] = ['00', '01'].map((nonce) => chainRecord(head, { ...entry, nonce }));
  expect([one?.nonce, other?.nonce, one?.hash === other?.hash]).toEqual(['00', '01', false]);
});

it('cannot tell a ledger that was cut off from a shorter one without its sealed head', () => {
  expect(findChainFault([first, second])).toBeNull();
});

it('finds any single change of any record', () => {
  const change = fc.record({ at: fc.nat(4), field: fc.constantFrom('at', 'ledger', 'previous', 'hash') });
  fc.assert(
    fc.property(change, fc.string({ minLength: 1 }), ({ at, field }, text) => {
      const changed = ledger.map((record, index) => (index === at ? { ...record, [field]: text } : record));
      return findChainFault(changed, head) !== null;
    }),
    { numRuns: 100 },
  );
});

it('finds any other order of the records', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(ledger, { minLength: 0, maxLength: 5 }), (records) => {
      const same = records.length === 5 && records.every((record, index) => record === ledger[index]);
      return same || findChainFault(records, head) !== null;
    }),
    { numRuns: 200 },
  );
});

describe('A hash', () => {
  it('does not depend on the order of keys', () => {
    expect(hashOf({ a: 1, b: { c: 2, d: 3 } })).toBe(hashOf({ b: { d: 3, c: 2 }, a: 1 }));
  });

  it('depends on the order of a list', () => {
    expect(hashOf(['a', 'b'])).not.toBe(hashOf(['b', 'a']));
  });

  it('is SHA-256 in hex', () => {
    expect(hashOfText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
