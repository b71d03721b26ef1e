import type { Storage, StoreItems } from 'botbuilder-core';

/**
 * What botbuilder sees of the store during one turn: the state that was loaded. Writes stay in it until the
 * turn is committed; a turn that is not leaves no trace.
 */
export class TurnStorage implements Storage {
  /** @param state of the snapshot; it is changed, and committed as it is in the end */
  constructor(readonly state: Record<string, unknown>) {}

  async read(keys: string[]): Promise<StoreItems> {
    return Object.fromEntries(
      keys.filter((key) => Object.hasOwn(this.state, key)).map((key) => [key, this.state[key]]),
    );
  }

  async write(changes: StoreItems): Promise<void> {
    Object.assign(this.state, changes);
  }

  async delete(keys: string[]): Promise<void> {
    for (const key of keys) delete this.state[key];
  }
}
