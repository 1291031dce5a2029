import { expect, test } from 'vitest';
import { pageExaminer } from '../../../src/publish/pages/examine-pages.ts';
import { readPage } from '../../../src/publish/pages/read-page.ts';
import { page, writeSite } from './write-site.ts';

/** The styles that a page keeps of `css`: its `<style>` elements, joined. */
async function kept(css: string, body: string, files: Record<string, string> = {}): Promise<string> {
  const dist = await writeSite(files);
  const examine = pageExaminer({ dist, base: '/', origin: undefined, scripts: Object.keys(files) });
  const { html, facts } = examine('index.html', page(body, `<style>${css}</style>`));
  const [style = ''] = stylesOf(html);
  // Where the page is completed is said of what it has become.
  const { at = 0, length = 0 } = facts.seams?.style ?? {};
  expect(html.slice(at - '<style>'.length, at + length)).toBe(`<style>${style}`);
  return style;
}

function stylesOf(html: string): string[] {
  return readPage('index.html', '/', html)
    .elements.filter(({ name }) => name === 'style')
    .map(({ text }) => text);
}

test.each([
  ['a class that nothing has', '.a{color:red}', '<b class="b"></b>'],
  ['an id that nothing has', '#a{color:red}', '<b id="b"></b>'],
  ['an element that is not there', 'table{color:red}', '<b></b>'],
  ['an ancestor that is not there', '.a .b{color:red}', '<i class="b"></i>'],
  ['another parent', '.a>.b{color:red}', '<i class="a"><b><i class="b"></i></b></i>'],
  ['nobody before it', '.a~.b{color:red}', '<i class="b"></i><i class="a"></i>'],
  ['only a part of the element', '.a.b{color:red}', '<i class="a"></i><i class="b"></i>'],
  ['nothing inside', '.a:has(.b){color:red}', '<i class="a"></i><i class="b"></i>'],
  ['a state of what is not there', '.a:hover,.a::before,.a[open]{color:red}', '<i></i>'],
  ['all of :is()', ':is(.a,.b) i{color:red}', '<i></i>'],
  ['a group with nothing in it', '@media print{@supports (color:red){.a{color:red}}}', '<i></i>'],
  ['a rule in a rule', 'main{& .a{color:red}}', '<i></i>'],
  ['a rule in a rule for nobody', '.a{& i{color:red}@media print{color:red}}', '<i></i>'],
  ['a property that nothing reads', 'main{--a:1}', '<i></i>'],
  ['a property that only another unread one reads', 'main{--a:1;--b:var(--a)}', '<i></i>'],
  ['a property whose reader is dropped', 'main{--a:red}.a{color:var(--a)}', '<i></i>'],
  ['an animation that nothing plays', '@keyframes a{to{scale:1}}', '<i></i>'],
  ['properties in their conditions', '@media print{:root{--a:1}}', '<i></i>'],
])('drops what can have no effect: %s', async (_, css, body) => {
  expect(await kept(css, body)).toBe('');
});

test.each([
  ['what matches', '.a>i~b:has(u):not(.c){color:red}', '<p class="a"><i></i><b><u></u></b></p>'],
  ['the root', ':root{color:red}', ''],
  ['anything', '*{color:red}', ''],
  ['a link below the pointer', 'main a:hover{color:red}', '<a href="#">文</a>'],
  ['a target', 'p:target{color:red}', ''],
  ['generated content', 'p::before{content:"文"}', ''],
  ['what unfolds', 'details::details-content{color:red}', '<details></details>'],
  ['what is or is not folded', 'details:not([open]) p{color:red}', '<details open><p>文</p></details>'],
  ['an attribute of the root', '[data-theme=dark] p{color:red}', ''],
  ['an attribute, wherever it is', 'main [aria-current]{color:red}', ''],
  ['a choice', ':root:has(#a:checked) p{color:red}', '<input id="a">'],
  ['a choice that was not made', ':root:not(:has(#a:checked)) p{color:red}', '<input id="a">'],
  ['a popover', 'nav:popover-open{color:red}', '<nav popover></nav>'],
  ['the first of a list, which may be another', 'i:first-child{color:red}', '<b></b><i></i>'],
  ['the next, which may be another', 'i+b{color:red}', '<i></i><u></u><b></b>'],
  ['what is empty at times', 'p:empty{color:red}', ''],
  ['elements of SVG', 'linearGradient{color:red}', '<svg><linearGradient/></svg>'],
  ['a rule in a rule', 'main{color:red;& p{color:red}}', ''],
  ['a rule with its parent turned round', '.a{:not(&) p{color:red}}', ''],
  ['conditions with something in them', '@media print{p{color:red}}', ''],
  ['paper', '@media print{@page{margin:0;@bottom-center{content:""}}}', ''],
  ['properties that are read', 'main{--a:var(--b);--b:red}p{color:var(--a)}', ''],
  ['properties that the markup reads', ':root{--a:red}', '<svg><path fill="var(--a)"/></svg>'],
  ['an animation that plays', '@keyframes a{to{scale:1}}p{animation:1s a}', ''],
  ['what is no selector here', 'p:unheard-of(1 2){color:red}', ''],
  ['what is no selector at all', 'p!{color:red}', ''],
])('keeps what may have an effect: %s', async (_, css, body) => {
  expect(await kept(css, body)).toBe(css);
});

test('shortens a list of selectors, but not by what may make the browser drop it', async () => {
  expect(await kept('.a,p,.b i{color:red}', '')).toBe('p{color:red}');
  expect(await kept('.a::-webkit-thing,p{color:red}', '')).toBe('.a::-webkit-thing,p{color:red}');
  // & stands for the whole list, with the specificity of its most specific.
  expect(await kept('#a,main{& p{color:red}}', '')).toBe('#a,main{& p{color:red}}');
});

test('leaves a layer without rules its place among the others', async () => {
  const css = '@layer a{.a{color:red}}@layer b{p{color:red}}@layer a{p{color:blue}}';
  expect(await kept(css, '')).toBe('@layer a;@layer b{p{color:red}}@layer a{p{color:blue}}');
});

test.each([
  ['in the page', '<script>b.className = "copy"</script>', {}],
  ['in a file', '<script type="module" src="/_astro/a.js"></script>', { '_astro/a.js': 'x("i.copy")' }],
  [
    'in a file that another loads',
    '<script type="module" src="/_astro/a.js"></script>',
    { '_astro/a.js': 'import"./b.js"', '_astro/b.js': 'x=`<i class="copy">`' },
  ],
])('keeps rules for what a script names, %s', async (_, script, files) => {
  const css = '.copy,.tools>.copy,.tools .copy+i{color:red}';
  const body = `<p class="tools"></p>${script}`;
  expect(await kept(css, body, files)).toBe(script.includes('src') ? css : '.copy,.tools>.copy{color:red}');
  expect(await kept(`.absent .copy{color:red}`, body, files)).toBe('');
});

test('what a script may remove counts as removed', async () => {
  const body = '<i class="new"></i><script>x.classList.remove("new")</script>';
  expect(await kept(':has(i:not(.new)){color:red}', body)).not.toBe('');
});

test('pages with the same styles keep each their own', () => {
  const style = '<style>.a{color:red}.b{color:red}main{color:red}</style>';
  const examine = pageExaminer({ dist: '', base: '/', origin: undefined, scripts: [] });
  const styles = ['a', 'b'].flatMap((name) =>
    stylesOf(examine(`${name}/index.html`, page(`<i class="${name}"></i>`, style)).html),
  );
  expect(styles).toEqual(['.a{color:red}main{color:red}', '.b{color:red}main{color:red}']);
});
