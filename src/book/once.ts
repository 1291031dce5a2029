/**
 * Makes a function that does its work at the first call and gives the same result ever after. While writing,
 * content changes below it: there it works anew each time.
 */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (import.meta.env.DEV ? work() : (result ??= work()));
}

/** The same of work for each of several keys. */
export function onceEach<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const results = new Map<string, Promise<T>>();
  return (key, work) => {
    const result = (import.meta.env.DEV ? undefined : results.get(key)) ?? work();
    results.set(key, result);
    return result;
  };
}
