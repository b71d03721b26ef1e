import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Vectors of texts on disk, by the hash of model and text: a page that was not edited costs nothing again. */
export interface VectorCache {
  read(text: string): Promise<Float32Array | undefined>;
  write(text: string, vector: Float32Array): Promise<void>;
}

/** In a folder, a file a vector. What cannot be read or written is as if it were not there: it is only a cache. */
export function openVectorCache(folder: string, model: string): VectorCache {
  const pathOf = (text: string) =>
    join(folder, `${createHash('sha256').update(`${model}\n${text}`).digest('hex')}.f32`);
  return {
    async read(text) {
      try {
        const bytes = await readFile(pathOf(text));
        if (bytes.length === 0 || bytes.length % 4 !== 0) return undefined;
        return new Float32Array(new Uint8Array(bytes).buffer);
      } catch {
        return undefined;
      }
    },
    async write(text, vector) {
      const path = pathOf(text);
      const unfinished = `${path}.${randomUUID()}`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(unfinished, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength));
        await rename(unfinished, path);
      } catch {
        // The next start asks the model again.
      }
    },
  };
}
