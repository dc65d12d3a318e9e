import { runSeedCommand } from '../test/local/generate/seed-command';

const { exitCode, message } = runSeedCommand(process.argv.slice(2));
(exitCode === 0 ? process.stdout : process.stderr).write(`${message}\n`);
process.exitCode = exitCode;
