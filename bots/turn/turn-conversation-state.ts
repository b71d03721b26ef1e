import { ConversationState, type TurnContext } from 'botbuilder-core';
import type { TurnStorage } from './turn-storage.js';

const KEY = 'conversation';
type Item = Record<string, unknown>;

/**
 * ConversationState for one turn. botbuilder's own hashes all of the state after loading and before saving, to
 * spare a write if nothing changed; a turn is committed anyway, so ours does not. Nor is its key made of ids
 * that could collide: the store has told the conversations apart before.
 */
export class TurnConversationState extends ConversationState {
  private item: Item;

  constructor(private readonly turnStorage: TurnStorage) {
    super(turnStorage);
    this.item = (turnStorage.state[KEY] as Item | undefined) ?? {};
  }

  override getStorageKey(): string {
    return KEY;
  }

  override load(): Promise<Item> {
    return Promise.resolve(this.item);
  }

  override get(): Item {
    return this.item;
  }

  override async saveChanges(): Promise<void> {
    if (Object.keys(this.item).length > 0) this.turnStorage.state[KEY] = this.item;
    else delete this.turnStorage.state[KEY];
  }

  override async clear(): Promise<void> {
    this.item = {};
  }

  override async delete(_context: TurnContext): Promise<void> {
    this.item = {};
    await this.turnStorage.delete([KEY]);
  }
}
