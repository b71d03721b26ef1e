/**
 * Reads an answer of the form `{"sentences": [{…}, {…}]}` while it comes, piece by piece, and gives each element of the
 * list as JSON once its last brace is there. What stands around the object, such as a fence of Markdown, is passed over.
 * Whether the whole is JSON, and of the form asked for, is decided at its end: this only looks ahead.
 */
export class FinishedElements {
  private depth = 0;
  private inString = false;
  private escaped = false;
  private element: string | undefined;

  /** @returns the elements that this piece finished, in order */
  take(piece: string): string[] {
    const finished: string[] = [];
    for (const character of piece) {
      if (this.depth === ELEMENT - 1 && character === '{' && !this.inString) this.element = '';
      if (this.element !== undefined) this.element += character;
      this.step(character);
      if (this.element === undefined || this.depth >= ELEMENT) continue;
      finished.push(this.element);
      this.element = undefined;
    }
    return finished;
  }

  private step(character: string): void {
    if (this.inString) {
      if (this.escaped) this.escaped = false;
      else if (character === '\\') this.escaped = true;
      else if (character === '"') this.inString = false;
    } else if (character === '"') this.inString = this.depth > 0;
    else if (character === '{' || character === '[') this.depth++;
    else if (character === '}' || character === ']') this.depth--;
  }
}

/** How deep an element stands: in the list, which is in the object. */
const ELEMENT = 3;
