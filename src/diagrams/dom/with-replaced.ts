/** Properties of an object that are others while something runs. */
export type Replacement = readonly [target: object, properties: Readonly<Record<string, unknown>>];

/**
 * Runs something with properties of global objects replaced. All are as before when it has ended: a library that is
 * loaded later in the same thread must not take Node for a browser.
 */
export async function withReplaced<T>(
  replacements: readonly Replacement[],
  run: () => Promise<T>,
): Promise<T> {
  const restore = replacements.flatMap(([target, properties]) =>
    Object.entries(properties).map(([name, value]) => replace(target, name, value)),
  );
  try {
    return await run();
  } finally {
    for (const undo of restore) undo();
  }
}

function replace(target: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
  return () => {
    if (before) Object.defineProperty(target, name, before);
    else Reflect.deleteProperty(target, name);
  };
}
