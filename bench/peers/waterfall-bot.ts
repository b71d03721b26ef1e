import { ConversationState, MemoryStorage } from 'botbuilder';
import {
  ComponentDialog,
  DialogSet,
  DialogTurnStatus,
  TextPrompt,
  WaterfallDialog,
} from 'botbuilder-dialogs';
import { serve } from './serve.js';

const QUESTIONS = [
  'Where does it hurt?',
  'Which side?',
  'How long?',
  'How bad?',
  'How old are you?',
  'Which medicines?',
];

/** Six prompts in a waterfall, as the SDK's samples write them; on memory, so nothing is durable. */
class Interview extends ComponentDialog {
  constructor() {
    super('interview');
    this.addDialog(new TextPrompt('text'));
    this.addDialog(
      new WaterfallDialog('questions', [
        ...QUESTIONS.map(
          (prompt) => (step: import('botbuilder-dialogs').WaterfallStepContext) =>
            step.prompt('text', { prompt }),
        ),
        (step) => step.endDialog(),
      ]),
    );
    this.initialDialogId = 'questions';
  }
}

const conversationState = new ConversationState(new MemoryStorage());
const dialogs = new DialogSet(conversationState.createProperty('dialogs'));
dialogs.add(new Interview());

serve(async (context) => {
  const dialog = await dialogs.createContext(context);
  const { status } = await dialog.continueDialog();
  if (status === DialogTurnStatus.empty || status === DialogTurnStatus.complete)
    await dialog.beginDialog('interview');
  await conversationState.saveChanges(context, false);
});
