/**
 * What is used of botbuilder-dialogs, from the files where it stands. The package's index also loads the
 * recognisers of its prompts (dates and numbers in eleven languages): nothing here prompts with them, and they
 * would be a fifth of every start. Types may come from the index; they cost nothing.
 */
export { Dialog, DialogTurnStatus } from 'botbuilder-dialogs/lib/dialog.js';
export { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
