/** Gives each word a code, the empty word 0. Words that are known keep theirs. */
export class Words {
  readonly all: string[];
  private readonly codes: Map<string, number>;

  constructor(known: readonly string[]) {
    this.all = [...known];
    this.codes = new Map(known.map((word, code) => [word, code]));
  }

  readonly code = (word: string): number => {
    const known = this.codes.get(word);
    if (known !== undefined) return known;
    this.codes.set(word, this.all.length);
    return this.all.push(word) - 1;
  };
}
