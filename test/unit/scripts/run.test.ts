import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

import type * as RunScript from '../../../scripts/run.js';
import { aFolder } from './temporary-folder';

const ROOT = resolve(import.meta.dirname, '../../..');
const RUN = join(ROOT, 'scripts', 'run.js');
const { whyInstall } = createRequire(import.meta.url)(RUN) as typeof RunScript;

/** A project whose packages are those of this one, with one command. */
function aProject(command: string): string {
  const folder = aFolder({
    'scripts/run.js': readFileSync(RUN, 'utf8'),
    'scripts/say.ts': command,
    'tsconfig.json': '{}',
  });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return join(folder, 'scripts', 'run.js');
}

function run(script: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
}

describe('running a command', () => {
  it('passes arguments on and prints only what the command prints', () => {
    const script = aProject('console.log(JSON.stringify(process.argv.slice(2)));');
    expect(run(script, 'say', '--seed', 'a b').stdout).toBe('["--seed","a b"]\n');
  });

  it('ends with the exit code of the command', () => {
    expect(run(aProject('process.exit(7);'), 'say').status).toBe(7);
  });

  it('refuses a command that does not exist and names those that do', () => {
    const { status, stdout, stderr } = run(aProject(''), 'sing');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('one of: say.');
  });

  it('passes a signal on, so that the command can tidy up', async () => {
    const script = aProject(
      "process.on('SIGTERM', () => { console.log('tidied'); process.exit(5); }); setInterval(() => {}, 1e6); console.log('up');",
    );
    const child = spawn(process.execPath, [script, 'say']);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (output === '') child.kill('SIGTERM');
      output += chunk.toString();
    });
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, output }).toEqual({ code: 5, output: 'up\ntidied\n' });
  });
});

describe('installing packages', () => {
  const lock = (version: string, extra: object = {}): string =>
    JSON.stringify({ packages: { '': {}, 'node_modules/a': { version, integrity: version }, ...extra } });

  it('is not needed when the packages are those of the lock file', () => {
    expect(
      whyInstall(aFolder({ 'package-lock.json': lock('1'), 'node_modules/.package-lock.json': lock('1') })),
    ).toBeNull();
  });

  it('is needed when there are none', () => {
    expect(whyInstall(aFolder({ 'package-lock.json': lock('1') }))).toBe('packages are not installed');
  });

  it('is needed when a version differs', () => {
    const folder = aFolder({ 'package-lock.json': lock('2'), 'node_modules/.package-lock.json': lock('1') });
    expect(whyInstall(folder)).toBe('node_modules/a is not the version of package-lock.json');
  });

  it('is needed when a package is missing', () => {
    const wanted = lock('1', { 'node_modules/b': { version: '1' } });
    const folder = aFolder({ 'package-lock.json': wanted, 'node_modules/.package-lock.json': lock('1') });
    expect(whyInstall(folder)).toBe('node_modules/b is missing');
  });

  it('does not mind an optional package of another platform', () => {
    const wanted = lock('1', { 'node_modules/b': { version: '1', optional: true } });
    const folder = aFolder({ 'package-lock.json': wanted, 'node_modules/.package-lock.json': lock('1') });
    expect(whyInstall(folder)).toBeNull();
  });

  it('keeps what npm prints off standard output', () => {
    const folder = aFolder({
      'scripts/run.js': readFileSync(RUN, 'utf8'),
      'scripts/say.ts': "console.log('{}');",
      'tsconfig.json': '{}',
      'package-lock.json': lock('1'),
      'bin/npm-cli.js': `console.log('npm', process.argv.slice(2).join(' '));
        require('fs').symlinkSync(${JSON.stringify(join(ROOT, 'node_modules'))}, 'node_modules');`,
    });
    const result = spawnSync(process.execPath, [join(folder, 'scripts/run.js'), 'say'], {
      encoding: 'utf8',
      env: { ...process.env, npm_execpath: join(folder, 'bin/npm-cli.js') },
    });
    expect(result.stdout).toBe('{}\n');
    expect(result.stderr).toContain('npm ci --no-audit --no-fund');
  });

  it('stops with a sentence when npm fails', () => {
    const folder = aFolder({
      'scripts/run.js': readFileSync(RUN, 'utf8'),
      'scripts/test.ts': '',
      'package-lock.json': lock('1'),
      'bin/npm-cli.js': 'process.exit(3);',
    });
    const result = spawnSync(process.execPath, [join(folder, 'scripts/run.js'), 'test'], {
      encoding: 'utf8',
      env: { ...process.env, npm_execpath: join(folder, 'bin/npm-cli.js') },
    });
    expect({ status: result.status, stdout: result.stdout }).toEqual({
      status: 1,
      stdout: '0 passed, 1 failed\n',
    });
  });
});
