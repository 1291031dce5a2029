/** So many that all drawing threads have something to do while chapters are read; so few that memory holds them. */
const lanes = 48;

/**
 * Works on several items at a time.
 *
 * @returns results in the order of the items, whichever was done first
 */
export async function mapInLanes<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  const queue = items.entries();
  const lane = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
