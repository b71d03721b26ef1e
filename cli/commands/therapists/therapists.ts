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

  therapists
    .command('list')
    .description('a therapist in each line')
    .option('--state <state>', 'only therapists of that state, such as MA')
    .option('--json', 'the whole record as JSON in each line')
    .action(async (options) => (await import('./list.js')).list(options));

  therapists
    .command('show <id>')
    .description('all that is known of a therapist')
    .option('--json', 'as JSON')
    .action(async (id, options) => (await import('./show.js')).show(id, options));

  therapists
    .command('add <column=text...>')
    .description('add a therapist: name="Dana Rivera" postcode=02139 specialties="neck pain; jaw"')
    .action(async (words) => (await import('./edit.js')).add(words));

  therapists
    .command('edit <id> <column=text...>')
    .description('change a therapist: phone=617-555-0142; nothing behind the = empties the field')
    .action(async (id, words) => (await import('./edit.js')).edit(id, words));

  therapists
    .command('remove <id...>')
    .description('remove therapists: all of them, or none where one is not there')
    .action(async (ids) => (await import('./remove.js')).remove(ids));

  therapists
    .command('export [file]')
    .description('all therapists as CSV, which import reads again')
    .option('--template', 'only the names of the columns')
    .action(async (file, options) => (await import('./export.js')).exportAll(file, options));

  therapists
    .command('check')
    .description(
      'what to look at: expired licences, old dates, dead contacts, duplicates, odd texts; exit 1 if any',
    )
    .option('--json', 'each as JSON in a line')
    .action(async (options) => {
      process.exitCode = (await (await import('./check.js')).check(options)) ? 0 : 1;
    });
}
