/** The browser's own storage did not answer: nothing is wrong at Kombo. */
export class StorageUnavailable extends Error {
  constructor(cause?: unknown) {
    super("The browser's storage did not answer", { cause });
    this.name = "StorageUnavailable";
  }
}

/** Waits for something that does nothing but read or write the browser's storage; rejects with `StorageUnavailable`. */
export async function fromStorage<T>(work: PromiseLike<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new StorageUnavailable(error);
  }
}

/** Whether it was the browser's storage that failed. What IndexedDB throws is a `DOMException`. */
export const isStorageError = (error: unknown): boolean =>
  error instanceof StorageUnavailable || error instanceof DOMException;
