import type { Reading } from '../reading.js';
import type { Complaint, Region } from '../report.js';
import type { Word } from '../text/word.js';
import { type Fact, factsIn, looseSide } from './complaint-facts.js';
import type { Message } from './message.js';
import { type RegionMention, regionMentions } from './regions.js';
import { triggersIn } from './triggers.js';

/** The complaints of a message with what it tells about each, and the facts that belong to none it names. */
export function complaintsIn(message: Message): Pick<Reading, 'complaints' | 'loose'> {
  const triggers = triggersIn(message);
  const mentions = regionMentions(message, triggers);
  const complaints = new Map<Region, Complaint>();
  for (const { region, side } of mentions) {
    const known = complaints.get(region);
    complaints.set(region, {
      region,
      triggers: [],
      ...known,
      ...(side && { side: known?.side && known.side !== side ? 'both' : side }),
    });
  }
  const loose: Reading['loose'] = {};
  const facts = [
    ...factsIn(message),
    ...triggers.map(({ from, text }) => ({ at: from, set: { triggers: [text] } })),
    ...(mentions.length > 0 ? [] : looseSide(message)),
  ];
  for (const fact of facts) {
    const owners = new Set(
      ownersOf(fact, mentions, message.words).map(({ region }) => complaints.get(region)),
    );
    for (const target of owners.size > 0 ? owners : [loose]) add(target ?? loose, fact.set);
  }
  return { complaints: [...complaints.values()], loose };
}

/**
 * The regions a fact belongs to: those named before it in its clause, else in its sentence, else the one that
 * follows there, else the last one named. What brings a trouble on goes to the nearest only.
 */
function ownersOf(
  { at, set }: Fact,
  mentions: readonly RegionMention[],
  words: readonly Word[],
): RegionMention[] {
  const near = mentionsNear(mentions, words, at);
  const inClause = near.filter((mention) => words[mention.words[0] ?? 0]?.clause === words[at]?.clause);
  for (const group of [inClause, near]) {
    const before = group.filter((mention) => (mention.words[0] ?? 0) <= at);
    const nearest = before.at(-1) ?? group[0];
    if (!nearest) continue;
    return group === inClause && before.length > 1 && !set.triggers ? before : [nearest];
  }
  const last = mentions[firstAfter(mentions, at) - 1] ?? mentions[0];
  return last ? [last] : [];
}

/** The mentions in the sentence of a word; mentions are in order of place. */
function mentionsNear(
  mentions: readonly RegionMention[],
  words: readonly Word[],
  at: number,
): RegionMention[] {
  const sentence = words[at]?.sentence;
  const inSentence = (index: number) => words[mentions[index]?.words[0] ?? -1]?.sentence === sentence;
  let from = firstAfter(mentions, at);
  let to = from;
  while (from > 0 && inSentence(from - 1)) from--;
  while (to < mentions.length && inSentence(to)) to++;
  return mentions.slice(from, to);
}

function firstAfter(mentions: readonly RegionMention[], at: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.words[0] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function add(target: Complaint | Reading['loose'], { triggers, severity, ...set }: Fact['set']): void {
  if (triggers) target.triggers = [...(target.triggers ?? []), ...triggers];
  // The worst that is told counts; what was told first of anything else stands.
  if (severity !== undefined) target.severity = Math.max(target.severity ?? 0, severity);
  Object.assign(target, { ...set, ...target });
}
