import type { AtRule, ChildNode, Declaration, Root } from 'postcss';

/**
 * Takes out of the style sheets of a page what nothing else there names: custom properties and keyframes, and
 * rules that held no more than those.
 *
 * @param elsewhere all else of the page that may name them: its markup and scripts
 */
export function dropUnread(sheets: Root[], elsewhere: string): void {
  const named = new Set(namesIn(elsewhere));
  // What is dropped may have been the last to name another.
  for (let dropped = true; dropped;) {
    const read = new Set([...named, ...sheets.flatMap(namesInSheet)]);
    dropped = false;
    for (const sheet of sheets)
      for (const node of declarationsOf(sheet)) {
        if (read.has(node.type === 'decl' ? node.prop : node.params.trim())) continue;
        removeWithEmpty(node);
        dropped = true;
      }
  }
}

/** What declares something under a name. */
function declarationsOf(sheet: Root): (Declaration | AtRule)[] {
  const found: (Declaration | AtRule)[] = [];
  sheet.walkDecls(/^--/, (declaration) => void found.push(declaration));
  sheet.walkAtRules(/keyframes$/i, (keyframes) => void found.push(keyframes));
  return found;
}

/** Words of all values and conditions; not what stands for the names themselves. */
function namesInSheet(sheet: Root): string[] {
  const texts: string[] = [];
  sheet.walk((node) => {
    if (node.type === 'decl') texts.push(node.value);
    else if (node.type === 'atrule' && !/keyframes$/i.test(node.name)) texts.push(node.params);
  });
  return namesIn(texts.join('\n'));
}

function namesIn(text: string): string[] {
  return text.match(/[\w-]+/g) ?? [];
}

/** Conditions go with what they were for; a layer keeps its place (see drop-unmatched.ts). */
function removeWithEmpty(node: ChildNode): void {
  const parent = node.parent as ChildNode | Root | undefined;
  node.remove();
  if (!parent || parent.type === 'root' || !('nodes' in parent) || parent.nodes?.length) return;
  if (parent.type === 'rule' || parent.name !== 'layer') removeWithEmpty(parent);
}
