#!/usr/bin/env node
import { Command } from 'commander';
import { addTherapistsCommands } from './commands/therapists/therapists.js';
import { complain } from './complain.js';
import { answerJsonLines } from './json-lines.js';

const program = new Command('massage-guide').description('The Medical Massage Guide, from the command line.');

program
  .command('serve')
  .description('run the server, as npm start does')
  .action(async () => {
    await import('../index.js');
  });

program
  .command('chat')
  .description('talk to the bot in the terminal')
  .option('--data-dir <folder>', 'keep the conversation there; by default it is gone when you leave')
  .option('--locale <tag>', 'whose emergency number, and miles or kilometres', 'en-US')
  .action(async (options) => (await import('./commands/chat.js')).chat(options));

program
  .command('assess')
  .description('safety rules on messages: {id, text, age?, locale?} in JSON Lines')
  .action(() =>
    batch(async () => {
      const { assessRequestSchema, answerAssess } = await import('./commands/assess.js');
      return answerJsonLines(assessRequestSchema, answerAssess);
    }),
  );

program
  .command('context')
  .description('how a sentence treats a term: {id, sentence, term} in JSON Lines')
  .action(() =>
    batch(async () => {
      const { contextRequestSchema, answerContext } = await import('./commands/context.js');
      return answerJsonLines(contextRequestSchema, answerContext);
    }),
  );

program
  .command('search')
  .description('passages for a question: {id, query} in JSON Lines')
  .option('--corpus <file>', 'search that file ({_id, title, text} a line) in place of the guide')
  .option('--k <number>', 'how many hits', '10')
  .action((options) => batch(async () => (await import('./commands/search.js')).search(options)));

program
  .command('match')
  .description('therapists for a place and wishes: {id, near, …} in JSON Lines')
  .option('--directory <file>', 'search that file in place of the configured directory')
  .action((options) => batch(async () => (await import('./commands/match.js')).match(options)));

program
  .command('converse')
  .description('whole conversations: {id, turns, locale?, channel?} in JSON Lines')
  .action(() => batch(async () => (await import('./commands/converse.js')).converse()));

const guide = program.command('guide').description("the guide's pages");

guide
  .command('check')
  .description(
    'what is wrong with the pages: sources, evidence, plain language, links; exit 1 where anything is',
  )
  .option('--pages <folder>', 'a folder of pages in place of the shipped one')
  .action(({ pages }) => batch(async () => (await import('./commands/guide-check.js')).guideCheck(pages)));

guide
  .command('helpful')
  .description('how often patients said that an answer helped or not, for each passage; worst first')
  .option('--json', 'a passage as JSON in each line')
  .action(async (options) => (await import('./commands/guide-helpful.js')).guideHelpful(options));

addTherapistsCommands(program);

/** Exit 1 where a line could not be answered, once all are. */
async function batch(run: () => Promise<boolean>): Promise<void> {
  process.exitCode = (await run()) ? 0 : 1;
}

try {
  await program.parseAsync();
} catch (error) {
  complain(error);
}
