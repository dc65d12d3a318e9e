#!/usr/bin/env node
'use strict';

/**
 * `node scripts/run.js COMMAND [ARGUMENTS]`: installs the packages when they are missing or not those of the
 * lock file, then runs scripts/COMMAND.ts. Plain JavaScript without packages, because none may be there yet.
 * Standard output belongs to the command alone: everything said here goes to standard error.
 */
const { spawn, spawnSync } = require('node:child_process');
const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { constants } = require('node:os');
const { delimiter, dirname, join, resolve } = require('node:path');
const { pathToFileURL } = require('node:url');

const ROOT = resolve(__dirname, '..');
const OLDEST_NODE = 20;
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Ends the process with a sentence and an exit code: 2 for a bad command line, 1 for everything else. */
function stop(code, message) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * Why the packages of `root` have to be installed, or null when they are those of the lock file. npm writes
 * node_modules/.package-lock.json as the last step of an install, so a broken install has none or an old one.
 * Packages for other platforms are optional and may be missing.
 */
function whyInstall(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === null) return null;
  if (present === null) return 'packages are not installed';
  for (const [path, want] of Object.entries(wanted)) {
    if (path === '') continue;
    const have = present[path];
    if (have === undefined && !want.optional) return `${path} is missing`;
    if (have === undefined) continue;
    if (have.version !== want.version || have.integrity !== want.integrity) {
      return `${path} is not the version of package-lock.json`;
    }
  }
  for (const path of Object.keys(present)) {
    if (wanted[path] === undefined) return `${path} is not in package-lock.json`;
  }
  return null;
}

/** How to start npm: the one that started us, the one beside node, or the one on the path. */
function npmCommand() {
  const beside = [
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'npm'));
  const script = [process.env.npm_execpath, ...beside].find(
    (path) => path !== undefined && /npm-cli\.c?js$/.test(path) && existsSync(path),
  );
  if (script !== undefined) return { file: process.execPath, args: [script], shell: false };
  const file = onPath.find((path) => existsSync(path)) ?? 'npm';
  return { file, args: [], shell: process.platform === 'win32' };
}

/** Installs what the lock file names; false when npm failed. */
function installPackages(reason) {
  process.stderr.write(`Installing packages: ${reason}.\n`);
  const npm = npmCommand();
  // Development packages are needed also where the machine asks for production ones only.
  const args = [...npm.args, 'ci', '--no-audit', '--no-fund', '--include=dev'];
  // Both of npm's streams go to standard error.
  const result = spawnSync(npm.file, args, { cwd: ROOT, shell: npm.shell, stdio: ['ignore', 2, 2] });
  if (result.status === 0) return true;
  const why = result.error === undefined ? 'its reasons stand above' : result.error.message;
  process.stderr.write(`Packages could not be installed: npm ci failed (${why}).\n`);
  return false;
}

/** Runs the command and ends as it ended: same exit code, or the same signal. */
function runCommand(command, args) {
  const loader = pathToFileURL(require.resolve('tsx', { paths: [ROOT] })).href;
  const child = spawn(
    process.execPath,
    ['--import', loader, join(ROOT, 'scripts', `${command}.ts`), ...args],
    { stdio: 'inherit', env: { ...process.env, TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json') } },
  );
  for (const signal of FORWARDED) {
    process.on(signal, () => {
      // A terminal sends Ctrl+C to the whole group, so the command has it already.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    });
  }
  child.on('error', (error) => stop(1, `The command could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const name of FORWARDED) process.removeAllListeners(name);
    process.kill(process.pid, signal);
    // Not reached on systems where the signal ends the process at once.
    setTimeout(() => process.exit(128 + (constants.signals[signal] ?? 0)), 1000);
  });
}

function main() {
  const [command, ...args] = process.argv.slice(2);
  const known = readdirSync(__dirname)
    .filter((name) => /^[a-z][a-z-]*\.ts$/.test(name))
    .map((name) => name.slice(0, -3));
  if (command === undefined || !known.includes(command)) {
    stop(2, `Usage: node scripts/run.js COMMAND [ARGUMENTS], where COMMAND is one of: ${known.join(', ')}.`);
  }
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    stop(1, `SeatTrace needs Node.js ${OLDEST_NODE} or newer; this is ${process.version}.`);
  }
  const reason = whyInstall(ROOT);
  if (reason !== null && !installPackages(reason)) {
    // `npm test` ends with its line whatever happens.
    if (command === 'test') process.stdout.write('0 passed, 1 failed\n');
    process.exit(1);
  }
  runCommand(command, args);
}

module.exports = { npmCommand, whyInstall };
if (require.main === module) main();
