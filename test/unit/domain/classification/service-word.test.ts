import { describe, expect, it } from 'vitest';
import { findServiceWord, wordSet } from '../../../../src/domain/classification/service-word';
import { DEFAULT_WORDS } from '../../../../src/domain/policy';

const WORDS = new Set(DEFAULT_WORDS);
const word = (name: string, email?: string) => findServiceWord({ name, email }, WORDS);

describe('A name looks like a service when it holds', () => {
  it.each([
    ['a word of the list', 'Build Status', 'build'],
    ['a word in capitals', 'JENKINS Prod', 'jenkins'],
    ['a word with digits behind it', 'svc01', 'svc'],
    ['a word between underscores', 'acme_ci_runner', 'ci'],
    ['a word with a full stop behind it', 'svc.payments', 'svc'],
    ['two neighbours that make a word', 'no-reply', 'noreply'],
    ['three neighbours that make a word', 'Do Not Reply', 'donotreply'],
    ['neighbours with more than a space between them', '(do -- not -- reply)', 'donotreply'],
    ['two neighbours and digits that make a word', 'Service-Account 2', 'service'],
    ['a word with digits of another script behind it', 'svc٠١', 'svc'],
    ['a word before a numeral that is no digit, which parts it', 'svcⅣx', 'svc'],
    ['neighbours with digits that make a word', 'api user7', 'api'],
  ])('%s: %s', (_, name, found) => {
    expect(word(name)).toBe(found);
  });
});

describe('A name looks human when', () => {
  it.each([
    ['a word is only a part of it', 'Abbot'],
    ['a word begins it', 'Robotham'],
    ['a word of the list begins a longer one', 'Botticelli Testa'],
    ['letters stand behind the digits', 'svc01x'],
    ['digits part the letters of a word', 's1vc'],
    ['it is empty', ''],
    ['it holds digits only', '12345'],
    ['a word is behind an accent, composed', 'Ciência'.normalize('NFC')],
    ['a word is behind an accent, decomposed', 'Ciência'.normalize('NFD')],
    ['a word ends in an accent, decomposed', 'cí'.normalize('NFD')],
    ['it is written in another script', 'Ада Лавлейс'],
  ])('%s: %s', (_, name) => {
    expect(word(name)).toBeNull();
  });
});

describe('An e-mail address', () => {
  it('counts with its local part', () => {
    expect(word('Payments', 'svc-payments@acme.example')).toBe('svc');
  });

  it('does not count with its domain', () => {
    expect(word('Ada', 'ada@api.service.example')).toBeNull();
  });

  it('counts with a plus tag', () => {
    expect(word('Ada', 'ada+bot@acme.example')).toBe('bot');
  });

  it('does not count when it is not told', () => {
    expect(word('Ada')).toBeNull();
  });
});

it('looks for the words of the policy only', () => {
  expect(findServiceWord({ name: 'jenkins agent' }, new Set(['agent']))).toBe('agent');
});

it('takes words of the policy in capitals and decomposed letters, and leaves empty ones out', () => {
  expect([...wordSet(['Jenkins', 'Ro\u0301bot', ''])]).toEqual(['jenkins', 'r\u00f3bot']);
});

it('finds a word that the policy wrote in capitals', () => {
  expect(findServiceWord({ name: 'jenkins' }, wordSet(['Jenkins']))).toBe('jenkins');
});

it('has every word of the default list in lower case and without anything to split at', () => {
  expect(DEFAULT_WORDS.filter((each) => !/^[\p{Ll}]+$/u.test(each))).toEqual([]);
});
