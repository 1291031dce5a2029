import type { Plugin, ViteDevServer } from 'vite';

/**
 * Returns a plugin by which code that Vite bundles imports data: `import book from 'virtual:book'`.
 *
 * @param name of the module
 * @param read makes what JSON can write; called when the module is bundled, and again after it was invalidated
 */
export function virtualModule(name: string, read: () => unknown): Plugin {
  return {
    name,
    resolveId: (source) => (source === name ? idOf(name) : undefined),
    load: async (id) => {
      if (id !== idOf(name)) return undefined;
      const data = JSON.stringify(await read());
      // Engines read a long text faster than a long literal.
      return `export default JSON.parse(${JSON.stringify(data)});`;
    },
  };
}

/** Has the development server read the module anew, and all that import it. */
export function invalidateModule(name: string, server: ViteDevServer): void {
  for (const { moduleGraph } of Object.values(server.environments)) {
    const module = moduleGraph.getModuleById(idOf(name));
    if (module) moduleGraph.invalidateModule(module);
  }
}

function idOf(name: string): string {
  return `\0${name}`;
}
