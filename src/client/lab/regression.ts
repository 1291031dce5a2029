import { readAddress, writeAddress } from './address.ts';
import { makeCurve } from './curve.ts';
import { button, element, loadStyles } from './elements.ts';
import { field } from './field.ts';
import styles from './lab.css?url';
import { makePlane } from './plane.ts';
import { readNumber, type Read } from './read-numbers.ts';
import { prepare, describeDivergence, type Run, type Settings } from './regression-run.ts';
import { formatDecimal } from './format-decimal.ts';

/** The fields: name, what they begin with, and what they take. */
const wanted: { of: keyof Settings; name: string; value: string; read: (text: string) => Read<number> }[] = [
  { of: 'rate', name: '学习率η', value: '0.01', read: (text) => readNumber(text, 1e-6, 10) },
  { of: 'batch', name: '每批几个（共100个）', value: '32', read: (text) => readNumber(text, 1, 100, true) },
  { of: 'epochs', name: '轮数', value: '1000', read: (text) => readNumber(text, 1, 2000, true) },
  { of: 'noise', name: '噪声宽度', value: '1', read: (text) => readNumber(text, 0, 100) },
  { of: 'seed', name: '种子', value: '42', read: (text) => readNumber(text, 0, 2 ** 31, true) },
];

/** A frame has 16 ms; what is left is for drawing. */
const share = 8;

const place = document.querySelector<HTMLElement>('[data-lab=regression]');
if (place) void loadStyles(styles).then(() => start(place));

/** The regression of chapter 5, to be run with other settings. */
function start(place: HTMLElement): void {
  const saved = readAddress();
  const fields = wanted.map(({ name, value, of }, index) => ({
    of,
    ...field(name, saved?.[index] ?? value, 1, reset),
  }));
  const curve = makeCurve();
  const plane = makePlane();
  const values = element('div', {
    class: 'scroll',
    tabindex: '0',
    role: 'group',
    'aria-label': '参数与误差',
  });
  const status = element('p', { role: 'status' });
  const progress = element('p');
  const go = button('运行', () => (going ? pause() : begin()));
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let run: Run | undefined;
  let going = 0;

  place
    .querySelector('div')
    ?.replaceChildren(
      element('div', { class: 'lab-fields' }, ...fields.map(({ row }) => row)),
      element('p', { class: 'lab-line' }, go, button('走一步', stepOnce), button('重来', reset)),
      status,
      progress,
      element('div', { class: 'lab-drawings' }, curve.svg, plane.svg),
      values,
    );
  reset();
  if (saved) begin();

  /** Reads the fields; what is wrong is said beside them, and nothing can be run. */
  function reset(): void {
    pause();
    const read = wanted.map(({ read }, index) => read(fields[index]?.input.value ?? ''));
    for (const [index, { complain }] of fields.entries()) complain(read[index]?.wrong ?? '');
    const good = read.every(({ value }) => value !== undefined);
    status.textContent = good ? '' : '先改好上面标出的地方。';
    run = good
      ? prepare(
          Object.fromEntries(wanted.map(({ of }, index) => [of, read[index]?.value])) as unknown as Settings,
        )
      : undefined;
    show();
  }

  function begin(): void {
    if (!run) return;
    if (run.diverged || run.errors.length > run.planned) reset();
    writeAddress(
      Object.values(fields).map(({ input }) => input.value.normalize('NFKC').trim()),
      place.id,
    );
    go.textContent = '停';
    status.textContent = '正在运行。';
    going = requestAnimationFrame(work);
  }

  /** As many updates as a frame has time for; then the page is drawn, and has its turn. */
  function work(): void {
    if (!run) return;
    const until = performance.now() + share;
    let more = true;
    while (more && performance.now() < until) more = run.step();
    if (more) {
      if (!calm.matches) show();
      going = requestAnimationFrame(work);
    } else finish();
  }

  function stepOnce(): void {
    pause();
    if (!run) return;
    const more = run.step();
    show();
    if (more)
      status.textContent = `第${run.errors.length - 1}次更新：训练误差${formatDecimal(run.errors.at(-1) ?? NaN)}。`;
    else finish();
  }

  function pause(): void {
    cancelAnimationFrame(going);
    if (going) status.textContent = '停下了。';
    going = 0;
    go.textContent = '运行';
    show();
  }

  function finish(): void {
    pause();
    if (!run) return;
    status.textContent = run.diverged ? describeDivergence(run, formatDecimal) : describeEnd(run);
  }

  function show(): void {
    if (!run) return;
    const { errors, planned, least, weights, best, limit, settings, sample } = run;
    curve.draw(errors, planned, least);
    plane.draw(weights, best, sample);
    progress.textContent = `已更新${(errors.length - 1).toLocaleString('en-US')}次，共${planned.toLocaleString('en-US')}次；全批量的学习率上限，这组样本是${formatDecimal(limit)}。`;
    const rows = [
      ['现在', weights, errors.at(-1) ?? NaN, run.held()],
      ['最小二乘', best, least, undefined],
      ['总体', [2, 3, settings.noise / 2], undefined, settings.noise ** 2 / 12],
    ] as const;
    const head = ['解', 'w₁', 'w₂', 'b', '训练误差', '新样本'].map((text) =>
      element('th', { scope: 'col' }, text),
    );
    const body = rows.map(([name, parameters, ...rest]) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, name),
        ...[...parameters, ...rest].map((value) =>
          element('td', {}, value === undefined ? '—' : formatDecimal(value, 4)),
        ),
      ),
    );
    values.replaceChildren(
      element(
        'table',
        { class: 'lab-values' },
        element('thead', {}, element('tr', {}, ...head)),
        element('tbody', {}, ...body),
      ),
    );
  }
}

/** What a run that did not diverge came to. */
function describeEnd({ errors, least }: Run): string {
  const over = (errors.at(-1) ?? NaN) / least - 1;
  const near =
    over < 0.005 ? '与最小二乘解相差不到千分之五' : `比最小二乘解高${formatDecimal(100 * over, 2)}%`;
  return `走完${(errors.length - 1).toLocaleString('en-US')}次更新，训练误差${formatDecimal(errors.at(-1) ?? NaN, 4)}，${near}。`;
}
