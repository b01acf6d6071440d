/** The executable `readingscan`: finds the command, runs it, and ends with the exit code of the contract. */
import { parse } from './arguments.ts';
import { fail, Usage, usage } from './failure.ts';
import { HELP } from './help.ts';

process.stdout.on('error', () => process.exit(0)); // whoever read us has gone: nothing left to say

try {
  await run();
} catch (error) {
  if (error instanceof Usage) {
    const failure = usage(error.message);
    if (process.argv.includes('json')) process.stdout.write(`${JSON.stringify({ error: failure })}\n`);
    fail(failure);
  } else {
    fail({
      code: 'internal',
      message: 'Something went wrong on our side.',
      hint: 'Please report it, without your report.',
    });
  }
}

async function run(): Promise<void> {
  const options = parse(process.argv.slice(2));
  if (options.version) {
    process.stdout.write(`${(await import('./program.ts')).version()}\n`);
    return;
  }
  if (options.help || options.command === undefined) {
    process.stdout.write(HELP);
    if (!options.help) process.exitCode = 2;
    return;
  }
  switch (options.command) {
    case 'explain':
    case 'read':
    case 'extract':
      return (await import('./commands/document.ts')).documentCommand(options.command, options);
    case 'assert':
      return (await import('./commands/assert.ts')).assertCommand();
    case 'batch':
      return (await import('./commands/batch.ts')).batchCommand(options);
    case 'deidentify':
      return (await import('./commands/deidentify.ts')).deidentifyCommand(options);
    case 'compare':
      return (await import('./commands/compare.ts')).compareCommand(options);
    case 'serve':
      return (await import('./commands/serve.ts')).serveCommand();
    case 'worker':
      return (await import('./commands/worker.ts')).workerCommand();
    case 'doctor':
      return (await import('./commands/doctor.ts')).doctorCommand();
    case 'migrate':
      return (await import('./commands/migrate.ts')).migrateCommand();
    case 'backup':
      return (await import('./commands/backup.ts')).backupCommand(options);
    case 'deletions':
      return (await import('./commands/backup.ts')).deletionsCommand(options);
    case 'restore':
      return (await import('./commands/backup.ts')).restoreCommand(options);
    case 'second-step':
      return (await import('./commands/second-step.ts')).secondStepCommand(options);
    case 'rotate-keys':
      return (await import('./commands/rotate-keys.ts')).rotateKeysCommand();
    default:
      throw new Usage(`There is no command "${options.command}".`);
  }
}
