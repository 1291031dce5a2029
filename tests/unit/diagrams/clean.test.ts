import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { cleanLinks } from '../../../src/diagrams/clean/clean-links.ts';
import { cleanSvg } from '../../../src/diagrams/clean/clean-svg.ts';
import { contrastLabels } from '../../../src/diagrams/clean/contrast-labels.ts';
import { fitViewBox } from '../../../src/diagrams/clean/fit-view-box.ts';
import { flattenGroups } from '../../../src/diagrams/clean/flatten-groups.ts';
import { replaceForeignObjects } from '../../../src/diagrams/clean/foreign-text.ts';
import { fitClass } from '../../../src/diagrams/clean/label-svg.ts';
import { removeAttributes } from '../../../src/diagrams/clean/remove-attributes.ts';
import { removeUnseen } from '../../../src/diagrams/clean/remove-unseen.ts';
import { renameIds } from '../../../src/diagrams/clean/rename-ids.ts';
import { resolveStyles } from '../../../src/diagrams/clean/resolve-styles.ts';
import { resolveTextOffsets } from '../../../src/diagrams/clean/resolve-text-offsets.ts';
import { shortenNumbers } from '../../../src/diagrams/clean/shorten-numbers.ts';
import { tidyText } from '../../../src/diagrams/clean/tidy-text.ts';
import { uniteByPalette, uniteThemes } from '../../../src/diagrams/clean/unite-themes.ts';

const { document } = new JSDOM('').window;

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
    uniteThemes(light, svg('<rect fill="#15171a" stroke="#eeeeee"></rect>'), '');
    expect(light.innerHTML).toBe('<rect fill="var(--bg)" stroke="light-dark(#111111,#eeeeee)"></rect>');
  });

  it('become one without the dark where the palette says what is dark', () => {
    const light = svg('<rect fill="#fbfaf6" stroke="none"></rect><path stroke="#abcdef"></path>');
    expect(uniteByPalette(light, 'style A stroke:#abcdef')).toBe(true);
    expect(light.innerHTML).toBe(
      '<rect fill="var(--bg)" stroke="none"></rect><path stroke="#abcdef"></path>',
    );
  });

  it('are both needed for a colour that nobody wrote; nothing is changed', () => {
    const light = svg('<rect fill="#fbfaf6" stroke="#abcdef"></rect>');
    expect(uniteByPalette(light, '')).toBe(false);
    expect(light.innerHTML).toBe('<rect fill="#fbfaf6" stroke="#abcdef"></rect>');
  });

  it('must be built alike', () => {
    expect(() => {
      uniteThemes(svg('<rect></rect>'), svg('<circle></circle>'), '');
    }).toThrow(/differ in structure/);
  });
});

describe('what is not seen', () => {
  it.each([
    ['hidden elements', '<g display="none"><rect width="1" height="1"></rect></g><g opacity="0">x</g>'],
    ['empty groups in groups', '<g><g><text> </text></g></g>'],
    ['boxes without a size', '<rect></rect><rect width="0" height="5"></rect>'],
    ['boxes that nothing paints', '<rect width="9" height="9" fill="none" stroke="none"></rect>'],
    ['paths without data', '<path d=""></path>'],
    ['comments', '<!-- x -->'],
    ['markers that none uses', '<defs><marker id="a"><path d="M0 0"></path></marker></defs>'],
  ])('goes: %s', (_, inside) => {
    expect(after(removeUnseen, inside)).toBe('');
  });

  it('leaves what is used', () => {
    const inside =
      '<marker id="a"><path d="M0 0"></path></marker><path d="M0 0H1" marker-end="url(#a)"></path>';
    expect(after(removeUnseen, inside)).toBe(inside);
  });
});

describe('ids', () => {
  it('are kept where used, with a prefix, and a reference follows', () => {
    const inside =
      '<marker id="x"></marker><g id="y"><path marker-end="url(#x)"></path></g><use href="#x"></use>';
    expect(
      after((root) => {
        renameIds(root, 'd1');
      }, inside),
    ).toBe('<marker id="d1-0"></marker><g><path marker-end="url(#d1-0)"></path></g><use href="#d1-0"></use>');
  });

  it('that are missing are not referred to', () => {
    expect(
      after((root) => {
        renameIds(root, 'd1');
      }, '<path marker-end="url(#x)"></path>'),
    ).toBe('<path marker-end="none"></path>');
  });
});

describe('attributes', () => {
  it('lose hooks, defaults, and what is inherited anyway', () => {
    const inside =
      '<g fill="red" class="a" data-id="1" stroke-dasharray="0"><rect fill="red" x="0" onclick="f()" opacity="1"></rect></g>';
    expect(after(removeAttributes, inside)).toBe('<g fill="red"><rect></rect></g>');
  });

  it('keep a value that differs from the one around it', () => {
    const inside = '<g fill="red"><g fill="blue"><rect fill="red"></rect></g></g>';
    expect(after(removeAttributes, inside)).toBe(inside);
  });

  it('keep x="0" where it begins a line', () => {
    expect(after(removeAttributes, '<text x="0"><tspan x="0">一</tspan></text>')).toBe(
      '<text><tspan x="0">一</tspan></text>',
    );
  });
});

describe('text', () => {
  it('has its place in units, once', () => {
    const inside = '<text y="-10.1"><tspan x="0" y="-0.1em" dy="1.1em">一</tspan></text>';
    const place = (root: Element): void => {
      resolveTextOffsets(root, 15);
      flattenGroups(root);
    };
    expect(after(place, inside)).toBe('<text x="0" y="15">一</text>');
  });

  it('keeps its lines', () => {
    const inside = '<text><tspan x="0" y="5">一</tspan><tspan x="0" y="9">二</tspan></text>';
    expect(after(flattenGroups, inside)).toBe(inside);
  });

  it('has no codes of icons and no outline', () => {
    expect(after(tidyText, '<text>fa:fa-car 车</text>')).toBe('<text stroke="none">车</text>');
    expect(after(tidyText, '<text paint-order="stroke" stroke="red">车</text>')).toContain('stroke="red"');
  });

  it('takes the place of HTML, broken where the box is full', () => {
    const box =
      '<foreignObject x="10" y="0" width="66" height="60"><div><b>标题</b><br>很长的一句话。</div></foreignObject>';
    const lines = [...svgAfter(replaceForeignObjects, box).querySelectorAll('text')];
    expect(lines.map((line) => line.textContent)).toEqual(['标题', '很长的一', '句话。']);
    expect(lines[0]?.getAttribute('font-weight')).toBe('700');
  });

  it("is readable on an author's own fill in both themes", () => {
    const label = (fill: string): string =>
      after(
        contrastLabels,
        `<g class="node"><rect fill="${fill}"></rect><text fill="var(--ink)">一</text></g>`,
      );
    expect(label('#ffe0b2')).toContain('<text fill="#211e1a">');
    expect(label('#102030')).toContain('<text fill="#dcd6ca">');
    expect(label('var(--bg)')).toContain('<text fill="var(--ink)">');
  });
});

describe('numbers', () => {
  it.each([
    ['<path fill="none" d="M60,70L60,76.167C60,82.333,60,94.667,60,106.333"></path>', 'M60 70V106.3'],
    ['<path fill="none" d="M0 0L5 0L10 0L10 5"></path>', 'M0 0H10V5'],
    ['<path fill="none" d="M0 0C0 5.04 5 10 10 10Z"></path>', 'M0 0C0 5 5 10 10 10Z'],
    ['<path d="M 1.23456 2 A 5.55555 5,0,0,1,9 -0.01"></path>', 'M1.2 2A5.6 5 0 0 1 9 0'],
  ])('%s', (inside, expected) => {
    expect(svgAfter(shortenNumbers, inside).querySelector('path')?.getAttribute('d')).toBe(expected);
  });

  it('are rounded in places and turns, not in words', () => {
    expect(
      after(
        shortenNumbers,
        '<text transform="translate(1.26, 0) rotate(-45.1234)" x="1.05e-7">1.23456</text>',
      ),
    ).toBe('<text transform="translate(1.3)rotate(-45.123)" x="0">1.23456</text>');
  });
});

describe('the size of a drawing', () => {
  it('is that of what is drawn, without the blank around it', () => {
    const root = svg('<rect x="20" y="20" width="10" height="10"></rect>');
    fitViewBox(root);
    expect(root.getAttribute('viewBox')).toBe('14 14 22 22');
  });

  it('cuts lines at its edge, never text', () => {
    const root = svg('<path d="M10 10V2000"></path><text x="10" y="-20" font-size="15">题</text>');
    fitViewBox(root);
    const [, top, , height] = (root.getAttribute('viewBox') ?? '').split(' ').map(Number);
    expect(top).toBeLessThan(-30);
    expect((top ?? 0) + (height ?? 0)).toBe(56);
  });

  it.each([
    [300, 15, undefined],
    [400, 15, 'fits-phone'],
    [421, 15, undefined],
    [400, 12, undefined],
    [700, 14, 'fits-column'],
    [900, 14, undefined],
  ])('%i px with text of %i px: %s', (width, smallest, expected) => {
    expect(fitClass(width, smallest)).toBe(expected);
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
  const label = { title: '题', description: '述', idPrefix: 'd1', fontSize: 15 };
  const draw = (inside: string): string => cleanSvg(svg(inside), label).svg;

  it('is named, sized, and a picture', () => {
    expect(draw('<rect width="88" height="38" stroke="#333"></rect>')).toBe(
      '<svg role="img" aria-labelledby="d1-t d1-d" viewBox="-6 -6 100 50" width="100" height="50" font-size="15" fill="var(--ink)">' +
        '<title id="d1-t" data-layer="editorial">题</title><desc id="d1-d" data-layer="editorial">述</desc>' +
        '<rect width="88" height="38" stroke="#333"></rect></svg>',
    );
  });

  it('is a group when links are in it, which a picture would hide', () => {
    expect(draw('<a href="#x"><rect width="9" height="9"></rect></a>')).toContain('role="group"');
  });

  it('never lets anything pass that a policy forbids', () => {
    expect(() => draw('<script>1</script><rect width="9" height="9"></rect>')).toThrow(/still has <script>/);
  });
});
