import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { resolvers } from '../../src/contract/resolvers';
import { people, tiny } from './a-seed';
import { everyPayload } from './every-payload';

const ROOT = resolve(__dirname, '..', '..');
const TINY = join(ROOT, 'test', 'fixtures', 'contracts', 'tiny.seed.json');

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line of the project as npm would. */
function run(...args: string[]): Promise<Ran> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(ROOT, 'scripts', 'run.js'), ...args], { cwd: ROOT });
    const text = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => (text.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (text.err += chunk.toString()));
    child.on('error', failed);
    child.on('close', (code) => done({ code, ...text }));
  });
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seattrace-commands-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const linesOf = (out: string): Record<string, unknown>[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('scan', () => {
  test('prints one JSON document on standard output and nothing else, and ends with 0', async () => {
    const { code, out, err } = await run('scan', '--seed', TINY, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { cost, ...document } = JSON.parse(out) as Record<string, unknown>;
    const expected = await readFile(join(__dirname, 'expected', 'tiny.scan.json'), 'utf8');
    expect(document).toEqual(JSON.parse(expected));
    expect(Object.keys(cost as object).sort()).toEqual([
      'invocations',
      'jiraPoints',
      'kvsBytesWritten',
      'kvsReads',
      'kvsWrites',
      'maxInvocationMs',
      'requests',
    ]);
  });

  test('without the key says so in the document', async () => {
    const { code, out } = await run('scan', '--seed', TINY, '--no-org-key');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ mode: 'jira-only', cost: { requests: { org: 0 } } });
  });

  test('that does not complete ends with 1 and a sentence on standard error', async () => {
    const seed = await file('scoped.json', { ...tiny(), orgKey: { scoped: true } });
    const { code, out, err } = await run('scan', '--seed', seed);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/key/);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('of a seed that does not pass the schema ends with 2 and the path of the fault', async () => {
    const seed = tiny();
    Object.assign(seed.accounts[2] ?? {}, { accountStatus: 'sleeping' });
    const { code, out, err } = await run('scan', '--seed', await file('broken.json', seed));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/accounts.*2.*accountStatus/);
  });

  test.each([[], ['--seed'], ['--seed', '/no/such/file.json'], ['--seed', TINY, '--fast']])(
    'with the command line %j %j %j ends with 2',
    async (...args) => {
      const { code, out, err } = await run('scan', ...args.filter((arg) => arg !== undefined));
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).not.toBe('');
    },
  );
});

describe('start', () => {
  test('on a seed that does not pass the schema ends with 2 and the path of the fault', async () => {
    const seed = await file('unserved.json', { ...tiny(), personas: { admin: 'nobody' } });
    const { code, err } = await run('start', '--port', '0', '--seed', seed);
    expect(code).toBe(2);
    expect(err).toContain('personas.admin: there is no account nobody');
  });
});

describe('scenario', () => {
  test('prints one line for each step, refused or not, and ends with 0', async () => {
    const withoutNotice = { ...everyPayload['save-calendar'], noticeDays: 0 };
    const decide = {
      cycleId: '$5.result.cycleId',
      lines: [2],
      decision: 'remove',
      reason: 'follows-recommendation',
    };
    const path = await file('month.json', {
      seed: TINY,
      steps: [
        { as: 'outsider', invoke: 'get-overview' },
        { as: 'admin', invoke: 'start-scan' },
        { drain: true },
        { as: 'admin', invoke: 'save-calendar', payload: withoutNotice },
        { as: 'admin', invoke: 'open-cycle', payload: {} },
        { as: 'admin', invoke: 'decide-lines', payload: decide },
        { as: 'approver', invoke: 'approve-lines', payload: { cycleId: '$5.result.cycleId', lines: [2] } },
        { as: 'admin', invoke: 'get-plan', payload: { cycleId: '$5.result.cycleId' } },
        {
          as: 'admin',
          invoke: 'start-run',
          payload: { cycleId: '$5.result.cycleId', fingerprint: '$8.result.fingerprint' },
        },
        { fault: { target: 'jira', match: 'DELETE /rest/api/3/group/user', mode: 'drop-after-write' } },
        { as: 'admin', invoke: 'run-slice', payload: { runId: '$9.result.runId' } },
        { as: 'admin', invoke: 'run-slice', payload: { runId: '$9.result.runId' } },
        { advance: 'P1DT2H' },
        { atlassian: { do: 'activity', account: people.fay, product: 'jira-software' } },
        { trigger: 'seattrace-hourly' },
        { inspect: 'memberships' },
        { inspect: 'calls' },
        { as: people.casey, invoke: 'get-my-seats' },
      ],
    });
    const { code, out, err } = await run('scenario', path);
    const lines = linesOf(out);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(lines.map(({ step }) => step)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
    expect(lines[0]).toMatchObject({ ok: false, error: { code: 'access.denied' } });
    expect(lines.slice(1).every(({ ok }) => ok === true)).toBe(true);
    expect(lines[8]).toMatchObject({ result: { people: 1 } });
    expect(JSON.stringify(lines[15])).not.toContain(people.casey);
    expect(JSON.stringify(lines[16])).toContain('"method":"DELETE"');
  });

  test('runs the same twice, to the byte', async () => {
    const steps = [{ as: 'admin', invoke: 'start-scan' }, { drain: true }, { inspect: 'kvs' }];
    const path = await file('same.json', { seed: tiny(), steps });
    const [first, second] = await Promise.all([run('scenario', path), run('scenario', path)]);
    expect(first.out).toBe(second.out);
    expect(first.code).toBe(0);
  });

  test('--list names every resolver with its access and the schema of its payload', async () => {
    const { code, out, err } = await run('scenario', '--list');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const list = JSON.parse(out) as { resolver: string; access: string; payload: object }[];
    expect(list.map(({ resolver, access }) => [resolver, access])).toEqual(
      Object.entries(resolvers).map(([name, { access }]) => [name, access]),
    );
    expect(list.find(({ resolver }) => resolver === 'decide-lines')?.payload).toHaveProperty('required');
  });

  test.each([
    ['an unknown step', { seed: TINY, steps: [{ drain: true }, { jump: 1 }] }, /steps\[1\]/],
    ['an unknown resolver', { seed: TINY, steps: [{ as: 'admin', invoke: 'fly' }] }, /steps\[0\]\.invoke/],
    ['an unknown person', { seed: TINY, steps: [{ as: 'nobody', invoke: 'get-scan' }] }, /steps\[0\]\.as/],
    ['a wrong duration', { seed: TINY, steps: [{ advance: 'tomorrow' }] }, /steps\[0\]\.advance/],
    [
      'a wrong fault',
      { seed: TINY, steps: [{ fault: { target: 'moon', match: '*' } }] },
      /steps\[0\]\.fault/,
    ],
    ['a broken seed', { seed: { format: 'other' }, steps: [] }, /format|seed/],
    ['no JSON', '{', /cannot be read as JSON/],
  ])('of %s ends with 2 and the path', async (name, content, path) => {
    const { code, out, err } = await run('scenario', await file(`${name}.json`, content));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(path);
  });
});

describe('chaos', () => {
  test('prints figures, and writes what runs left behind, by several processes as well', async () => {
    const log = join(folder, 'chaos.log');
    const how = ['--runs', '2', '--seed', '76', '--workers', '2', '--log', log];
    const { code, out, err } = await run('chaos', ...how);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^runs +2, 0 broken\nfaults .*\nchanges .*\nwrites .*\n/);
    const lines = linesOf(await readFile(log, 'utf8'));
    expect(lines.at(-1)).toHaveProperty('ending');
    expect(lines.filter((line) => JSON.stringify(line).startsWith('{"ending"'))).toHaveLength(2);
  });

  test('refuses a command line that it does not understand', async () => {
    const { code, out, err } = await run('chaos', '--runs', 'many');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage');
    expect((await run('chaos', '--workers', '0')).code).toBe(2);
  });
});
