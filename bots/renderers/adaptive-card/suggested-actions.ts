import type { SuggestedActions } from 'botbuilder-core';
import type { Choice } from '../../../dialogs/views/view.js';
import { buttonLabels } from '../choice-labels.js';
import type { Client } from '../renderer.js';
import { clip } from '../shown-text.js';

const mostOnTeams = 3;
const mostElsewhere = 8;
const longestTitle = 60;

/**
 * Offers under a message that go away once one is taken. Undefined where the client would hide some: Teams
 * shows at most three, and none at all in a group.
 */
export function suggestedActions(choices: readonly Choice[], client: Client): SuggestedActions | undefined {
  const isTeams = client.channelId === 'msteams';
  const inGroup = client.conversationType === 'groupChat' || client.conversationType === 'channel';
  const most = isTeams ? mostOnTeams : mostElsewhere;
  if (choices.length === 0 || choices.length > most || (isTeams && inGroup)) return undefined;
  if (choices.some(({ label }) => label.length > longestTitle)) return undefined;
  const labels = buttonLabels(choices);
  return {
    to: [],
    // The label comes back as the person's own words, and answers like them.
    actions: choices.map(({ label }, at) => ({
      type: 'imBack',
      title: clip(labels[at] ?? label, longestTitle),
      value: label,
    })),
  };
}
