import { describe, expect, it } from 'vitest';
import { parseStartOptions, seedNameOf, stateFolderOf, UsageError } from '../../local/server/start-options';

describe('the command line of a start', () => {
  it('may be empty', () => {
    expect(parseStartOptions([])).toEqual({ port: 4747, seed: null, fresh: false });
  });

  it('takes port, seed and a fresh start', () => {
    const wanted = { port: 5000, seed: 'a.seed.json', fresh: true };
    expect(parseStartOptions(['--port', '5000', '--seed', 'a.seed.json', '--fresh'])).toEqual(wanted);
    expect(parseStartOptions(['--fresh', '--port=5000', '--seed=a.seed.json'])).toEqual(wanted);
  });

  it('takes the port from the environment when it names none', () => {
    expect([parseStartOptions([], '0').port, parseStartOptions(['--port', '1'], '0').port]).toEqual([0, 1]);
  });

  it.each([
    ['--port'],
    ['--port', '--fresh'],
    ['--port', '70000'],
    ['--port', 'x'],
    ['--colour'],
    ['file.json'],
  ])('is refused as %s %s', (...args) => {
    expect(() => parseStartOptions(args)).toThrow(UsageError);
  });
});

describe('the state of a seed', () => {
  it('is named after the seed', () => {
    expect([seedNameOf(null), seedNameOf('/x/tiny.seed.json'), seedNameOf('My Org.json')]).toEqual([
      'bundled',
      'tiny',
      'My-Org',
    ]);
  });

  it('has a folder of its own for each content', () => {
    expect(stateFolderOf('tiny', '{"a":1}')).not.toBe(stateFolderOf('tiny', '{"a":2}'));
    expect(stateFolderOf('tiny', '{}')).toMatch(/^tiny-[0-9a-f]{10}$/);
  });
});
