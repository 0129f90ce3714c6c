import type { MetadataStore } from './world.ts';

/** A client's memory that ends with it: for one look at a repository, from a command or from a page. */
export function memoryStore(): MetadataStore {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    get: async (name) => files.get(name),
    put: async (name, bytes) => {
      files.set(name, bytes);
    },
    delete: async (name) => {
      files.delete(name);
    },
  };
}
