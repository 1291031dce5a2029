/**
 * Returns statements that give the titles of subgraphs the colour of their `style`, which Mermaid drops where labels are
 * no HTML; that of a class it does not. To be put behind a flowchart.
 *
 *     style G color:#fff   →   classDef titleOfG color:#fff
 *                              class G titleOfG
 */
export function subgraphColours(source: string): string {
  const ids = new Set([...source.matchAll(/^\s*subgraph\s+([^\s[]+)/gm)].map(([, id]) => id));
  return [...source.matchAll(/^\s*style\s+(\S+)\s.*?\bcolor\s*:\s*([^,;\n]+)/gm)]
    .flatMap(([, list = '', colour = '']) => list.split(',').map((id) => ({ id, colour: colour.trim() })))
    .filter(({ id }) => ids.has(id))
    .map(({ id, colour }) => `\nclassDef titleOf${id} color:${colour}\nclass ${id} titleOf${id}`)
    .join('');
}
