import type { Command } from 'commander';

/** `massage-guide therapists …`: what an operator does with the directory. */
export function addTherapistsCommands(program: Command): void {
  const therapists = program.command('therapists').description('load, look at and change the directory');

  therapists
    .command('import <file>')
    .description('load therapists; the good rows are taken over, the others written to FILE.rejected.csv')
    .option('--format <format>', 'csv, json or nppes; by default what the name of the file says')
    .option('--dry-run', 'only say what would happen')
    .option('--state <state>', 'only therapists of that state, such as MA')
    .option('--rejected <file>', 'where the rejected rows go')
    .action(async (file, options) => {
      const { importFile } = await import('./import.js');
      process.exitCode = (await importFile(file, options)) ? 0 : 1;
    });
}
