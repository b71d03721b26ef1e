import { ActivityTypes } from 'botbuilder';
import { serve } from './serve.js';

// The least a bot can do: no state, no dialog.
serve(async (context) => {
  if (context.activity.type === ActivityTypes.Message)
    await context.sendActivity(`You said: ${context.activity.text}`);
});
