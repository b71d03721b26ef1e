/** What turns texts into vectors. The adapter is services/model; without one, words alone find the passages. */
export interface Embedder {
  /** A vector for each text, in order; undefined where the model failed, for whatever reason. Never throws. */
  embed(texts: readonly string[]): Promise<Float32Array[] | undefined>;
}
