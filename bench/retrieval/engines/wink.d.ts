declare module 'wink-nlp-utils' {
  type Strings = (tokens: string[]) => string[];
  const nlp: {
    string: { lowerCase(text: string): string; tokenize0(text: string): string[] };
    tokens: { removeWords: Strings; stem: Strings; propagateNegations: Strings };
  };
  export = nlp;
}

declare module 'wink-bm25-text-search' {
  interface Engine {
    defineConfig(config: { fldWeights: Record<string, number> }): void;
    definePrepTasks(tasks: unknown[]): void;
    addDoc(document: Record<string, string>, id: number): void;
    consolidate(): void;
    search(query: string, limit: number): [id: string, score: number][];
  }
  function bm25(): Engine;
  export = bm25;
}
