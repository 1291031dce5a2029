import { registerHooks } from 'node:module';

/** How Mermaid 12 gives its configuration to whoever asks, a hundred times a diagram. */
const copied = 'return assignWithDepth_default({}, currentConfig);';

/** What that gives, a copy of three levels, without what is null on two; but each part is copied when it is first read. */
const copying = `
  const copyOf = (from, depth) => {
    if (from === null || typeof from !== "object" || depth === 0) return from;
    if (Array.isArray(from)) return [...from];
    const to = {};
    for (const key in from) if (from[key] !== null || depth === 1) to[key] = copyOf(from[key], depth - 1);
    return to;
  };
  const config = {};
  for (const key of Object.keys(currentConfig)) {
    const part = currentConfig[key];
    if (part === null) continue;
    if (typeof part !== "object") {
      config[key] = part;
      continue;
    }
    const keep = (value) => Object.defineProperty(config, key, { value, writable: true, enumerable: true, configurable: true });
    Object.defineProperty(config, key, {
      get: () => keep(copyOf(part, 2))[key],
      set: keep,
      enumerable: true,
      configurable: true,
    });
  }
  return config;`;

/**
 * Makes Mermaid copy of its configuration only what is read. It copies all 800 properties, a hundred times a diagram,
 * which was a third of what drawing took. To be called before Mermaid is loaded; holds in its own thread only. Where
 * Mermaid is written otherwise it stays as it is, and a test says so.
 */
export function quickenConfiguration(): void {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      if (!url.includes('/mermaid/dist/') || !loaded.source) return loaded;
      const source =
        typeof loaded.source === 'string'
          ? loaded.source
          : Buffer.from(loaded.source as Uint8Array).toString();
      return source.includes(copied) ? { ...loaded, source: source.replace(copied, copying) } : loaded;
    },
  });
}
