import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { cleanLinks } from '../../../src/diagrams/svg/clean-links.ts';
import { cleanSvg } from '../../../src/diagrams/svg/clean-svg.ts';
import { fitViewBox } from '../../../src/diagrams/svg/fit-view-box.ts';
import { replaceForeignObjects } from '../../../src/diagrams/svg/foreign-text.ts';
import { resolveStyles } from '../../../src/diagrams/svg/resolve-styles.ts';
import { tidyText } from '../../../src/diagrams/svg/tidy-text.ts';
import { optimizeSvg } from '../../../src/diagrams/svg/optimize-svg.ts';
import { uniteByPalette, uniteThemes } from '../../../src/diagrams/svg/unite-themes.ts';
import { createLayout } from '../../../src/diagrams/layout/layout.ts';
import { ThemedColours } from '../../../src/diagrams/theme/themed-colours.ts';
import { readDiagramLook } from '../../../src/markdown/code/diagram-look.ts';

const { document } = new JSDOM('').window;
const { palette, fonts } = readDiagramLook();
const colours = new ThemedColours(palette);
const layout = createLayout(fonts);

function svg(inside: string, attributes = 'viewBox="0 0 100 50"'): Element {
  const holder = document.createElement('div');
  holder.innerHTML = `<svg ${attributes}>${inside}</svg>`;
  return holder.firstElementChild ?? holder;
}

function svgAfter(step: (root: Element) => void, inside: string): Element {
  const root = svg(inside);
  step(root);
  return root;
}

/** What a step makes of the inside of an svg. */
function after(step: (root: Element) => void, inside: string): string {
  return svgAfter(step, inside).innerHTML;
}

describe('styles', () => {
  it('become attributes by the cascade, and the style sheet goes', () => {
    const css = '<style>.a rect{fill:red;stroke-width:2px;cursor:pointer} rect{fill:blue}</style>';
    expect(after(resolveStyles, `${css}<g class="a"><rect style="stroke: green"></rect></g>`)).toBe(
      '<g class="a"><rect fill="red" stroke-width="2" stroke="green"></rect></g>',
    );
  });

  it('give corners to boxes only, type to text only, and a font to none', () => {
    const css = '<style>*{rx:3px;font-size:14px;font-family:serif}</style>';
    expect(after(resolveStyles, `${css}<rect></rect><text>x</text>`)).toBe(
      '<rect rx="3"></rect><text font-size="14">x</text>',
    );
  });

  it('resolve currentColor and a transform with units and an origin', () => {
    const inside =
      '<g style="color:red"><path style="fill:currentColor;transform:rotate(90deg);transform-origin:1px 2px"></path></g>';
    expect(after(resolveStyles, inside)).toBe(
      '<g><path transform="translate(1 2) rotate(90) translate(-1 -2)" fill="red"></path></g>',
    );
  });
});

describe('the two themes', () => {
  it('become one', () => {
    const light = svg('<rect fill="#fbfaf6" stroke="#111111"></rect>');
    uniteThemes(light, svg('<rect fill="#15171a" stroke="#eeeeee"></rect>'), '', colours);
    expect(light.innerHTML).toBe('<rect fill="var(--bg)" stroke="light-dark(#111111,#eeeeee)"></rect>');
  });

  it('become one without the dark where the palette says what is dark', () => {
    const light = svg('<rect fill="#fbfaf6" stroke="none"></rect><path stroke="#abcdef"></path>');
    expect(uniteByPalette(light, 'style A stroke:#abcdef', colours)).toBe(true);
    expect(light.innerHTML).toBe(
      '<rect fill="var(--bg)" stroke="none"></rect><path stroke="#abcdef"></path>',
    );
  });

  it("take a colour for the author's only where it is one", () => {
    const light = svg('<circle fill="#ffffff"></circle>');
    uniteByPalette(light, 'classDef x fill:#fff3e0\nA[white #fff]', colours);
    expect(light.innerHTML).toBe('<circle fill="var(--bg)"></circle>');
  });

  it('are both needed for a colour that nobody wrote; nothing is changed', () => {
    const light = svg('<rect fill="#fbfaf6" stroke="#abcdef"></rect>');
    expect(uniteByPalette(light, '', colours)).toBe(false);
    expect(light.innerHTML).toBe('<rect fill="#fbfaf6" stroke="#abcdef"></rect>');
  });

  it('must be built alike', () => {
    expect(() => {
      uniteThemes(svg('<rect></rect>'), svg('<circle></circle>'), '', colours);
    }).toThrow(/differ in structure/);
  });
});

/** What is left inside of a group, which stays itself as it has two children. */
const optimized = (inside: string): string => optimizeSvg(svg(inside), 'd1').innerHTML;

describe('what is not seen', () => {
  it.each([
    ['hidden elements', '<g display="none"><rect width="1" height="1"></rect></g><g opacity="0">x</g>'],
    ['paths without data', '<path d=""></path>'],
    ['comments', '<!-- x -->'],
    ['markers that none uses', '<defs><marker id="a"><path d="M0 0"></path></marker></defs>'],
  ])('goes: %s', (_, inside) => {
    expect(optimized(inside)).toBe('');
  });
});

describe('what is optimized', () => {
  it('keeps the ids that are used, with a prefix, and references follow', () => {
    const inside =
      '<marker id="x"><path d="M0 0h9v9"></path></marker><path id="y" d="M0 0h9" stroke="red" marker-end="url(#x)"></path>';
    expect(optimized(inside)).toMatch(/<marker id="d1-a">.*marker-end="url\(#d1-a\)"/);
    expect(optimized(inside)).not.toContain('"y"');
  });

  it('keeps links, colours of two themes, shapes and faint fills', () => {
    const inside =
      '<a href="/x"><rect width="9.123" height="9" fill="light-dark(#111111,#eeeeee)" fill-opacity=".08"></rect></a>';
    expect(optimized(inside)).toContain('href="/x"');
    expect(optimized(inside)).toContain(
      '<rect width="9.12" height="9" fill="light-dark(#111111,#eeeeee)" fill-opacity=".08"',
    );
  });

  it('keeps the width of a line without a stroke that has a marker at its start', () => {
    const line = '<line x2="9" stroke="none" stroke-width="3" marker-start="url(#x)"></line>';
    expect(optimized(`<marker id="x"><circle r="6"></circle></marker>${line}`)).toContain('stroke-width="3"');
  });

  it('does not move what stands in a group to where the group never was', () => {
    const { svg: text } = cleanSvg(
      svg('<g x="50" y="60" transform="translate(50 60)"><rect width="9" height="9"></rect></g>'),
      { title: '题', description: '述', idPrefix: 'd1' },
      colours,
      layout,
    );
    expect(text).toContain('<rect width="9" height="9" transform="translate(50 60)">');
  });

  it('says nothing that holds without it', () => {
    expect(
      optimized('<g fill="red"><g fill="red"><path fill="red" d="M0 0L5 0L10.04 0L10 5"/></g></g>'),
    ).toBe('<path fill="red" d="M0 0h10v5"></path>');
  });
});

describe('text', () => {
  it('has no outline', () => {
    expect(after(tidyText, '<text>车</text>')).toBe('<text stroke="none">车</text>');
    expect(after(tidyText, '<text paint-order="stroke" stroke="red">车</text>')).toContain('stroke="red"');
  });

  it('takes the place of HTML, broken where the box is full', () => {
    const box =
      '<foreignObject x="10" y="0" width="66" height="60"><div><b>标题</b><br>很长的一句话。</div></foreignObject>';
    const lines = [
      ...svgAfter((root) => {
        replaceForeignObjects(root, layout);
      }, box).querySelectorAll('text'),
    ];
    expect(lines.map((line) => line.textContent)).toEqual(['标题', '很长的一', '句话。']);
    expect(lines[0]?.getAttribute('font-weight')).toBe('700');
  });
});

describe('the size of a drawing', () => {
  it('is that of what is drawn, without the blank around it', () => {
    const root = svg('<rect x="20" y="20" width="10" height="10"></rect>');
    fitViewBox(root, layout);
    expect(root.getAttribute('viewBox')).toBe('14 14 22 22');
  });

  it('cuts lines at its edge, never text', () => {
    const root = svg(
      '<path d="M10 10V2000"></path><line x1="10" y1="10" x2="10" y2="2000"></line><text x="10" y="-20" font-size="15">题</text>',
    );
    fitViewBox(root, layout);
    const [, top, , height] = (root.getAttribute('viewBox') ?? '').split(' ').map(Number);
    expect(top).toBeLessThan(-30);
    expect((top ?? 0) + (height ?? 0)).toBe(56);
    // On paper a view box cuts nothing.
    expect(root.querySelector('line')?.getAttribute('y2')).toBe('56');
  });
});

describe('links', () => {
  it('become plain, and unsafe ones are told', () => {
    const root = svg(
      '<a xlink:href="/maths/#x" target="_blank" data-id="1"></a><a href="about:blank"></a><a href="//evil.example"></a>',
    );
    expect(cleanLinks(root)).toEqual(['about:blank', '//evil.example']);
    expect(root.innerHTML).toBe('<a href="/maths/#x"></a><a></a><a></a>');
  });
});

describe('the whole', () => {
  const label = { title: '题', description: '述', idPrefix: 'd1' };
  const draw = (inside: string): string => cleanSvg(svg(inside), label, colours, layout).svg;

  it('is named, sized, and a picture', () => {
    expect(
      draw('<rect width="88" height="38" class="a" data-id="1" onclick="f()" stroke="#333"></rect>'),
    ).toBe(
      '<svg role="img" aria-labelledby="d1-title d1-desc" viewBox="-6 -6 100 50" width="100" height="50" font-size="15" fill="var(--ink)">' +
        '<title id="d1-title">题</title><desc id="d1-desc">述</desc>' +
        '<rect width="88" height="38" stroke="#333"></rect></svg>',
    );
  });

  it('has neither empty lines nor boxes without a size, which would make it larger', () => {
    const empty =
      '<g><text><tspan> </tspan></text></g><rect></rect><rect width="0" height="5"></rect><rect width="9" height="9" fill="none" stroke="none"></rect>';
    expect(draw(`${empty}<rect x="50" y="20" width="9" height="9"></rect>`)).toContain(
      'viewBox="44 14 21 21"',
    );
  });

  it('is a group when links are in it, which a picture would hide', () => {
    expect(draw('<a href="#x"><rect width="9" height="9"></rect></a>')).toContain('role="group"');
  });

  it('never lets anything pass that a policy forbids', () => {
    expect(() => draw('<script>1</script><rect width="9" height="9"></rect>')).toThrow(/still has <script>/);
  });
});
