import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from '../../build/visit.ts';
import type { VFile } from 'vfile';
import { isJsx, writeAttribute } from '../jsx.ts';
import { reportProblem } from '../../build/problem.ts';

/**
 * Makes the title of a question what one opens it by. A control holds no other, so its number is no link any
 * more: the component is told the address and puts the link over the number.
 *
 *     <Question>                       <Question to="large-model" number="9.1">
 *     ## 9.1 什么是大模型？      →       <summary><h2><span class="number">9.1</span> 什么是大模型？</h2></summary>
 *     答……                             <p>答……</p>
 *     </Question>                      </Question>
 *
 * Order: after the plugins that work on titles. The component makes the `<details>` around it.
 */
export function rehypeQuestionTitles() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node) => {
      if (!isJsx(node) || node.name !== 'Question') return;
      const children = node.children as ElementContent[];
      const at = children.findIndex((child) => child.type !== 'text' || child.value.trim());
      const title = children[at];
      if (title?.type !== 'element' || !/^h[2-4]$/.test(title.tagName)) {
        reportProblem(file, {
          rule: 'question-without-title',
          reason: 'A <Question> begins with its title.',
          remedy: 'Write the question as a heading: ## 9.1 什么是大模型？ {/* #what-is-it */}',
          place: node,
        });
        return;
      }
      const summary: Element = { type: 'element', tagName: 'summary', properties: {}, children: [title] };
      children[at] = summary;
      const number = title.children[0];
      if (number?.type !== 'element' || number.tagName !== 'a') return;
      writeAttribute(node, 'to', String(title.properties['id']));
      writeAttribute(node, 'number', toString(number));
      number.tagName = 'span';
      delete number.properties['href'];
      delete number.properties['ariaLabel'];
    });
  };
}
