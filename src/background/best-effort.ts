/**
 * Waits for work that nothing depends on, such as remembering a candidate for the next time. Should it fail (a full disk), the
 * gesture goes on without; it is logged.
 */
export async function bestEffort(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    console.warn("Quicktag could not keep or tidy up something", error);
  }
}
