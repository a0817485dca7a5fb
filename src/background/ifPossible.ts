/**
 * Waits for work that only makes the next time easier, such as remembering a candidate. Should it fail (a full disk), the
 * gesture goes on without; it is logged.
 */
export async function ifPossible(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    console.warn("Quicktag could not remember something for the next time", error);
  }
}
