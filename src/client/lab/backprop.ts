import type { Matrix } from '../../lab/matrix.ts';
import { rowsOf } from '../../lab/matrix.ts';
import { readAddress, writeAddress } from './address.ts';
import {
  computeSteps,
  fieldNames,
  formatShape,
  judgeShapes,
  toMatrix,
  type Shown,
} from './backprop-steps.ts';
import { button, element, loadStyles } from './elements.ts';
import { field } from './field.ts';
import styles from './lab.css?url';
import { readMatrix } from './read-numbers.ts';
import { formatDecimal } from './format-decimal.ts';

/** Numbers to begin with: X, Y, W₁, b₁, W₂, b₂; rows by “;”. */
const examples = {
  只有一个输出: '1,0.5;-1,2;0.5,-1_1;0;1_0.8,-1.2,0.5;-0.6,0.9,1.1_0.1,-0.3,0.2_1.5;-0.7;0.9_-0.4',
  一般的形状:
    '1,0.5;-1,2;0.5,-1_1,0;0,1;1,1_0.8,-1.2,0.5,-0.9;-0.6,0.9,1.1,0.3_0.1,-0.3,0.2,0_1.5,-0.5;-0.7,1.2;0.9,0.4;-1.1,0.6_-0.4,0.2',
  '样本、隐层、输出一样多': '1,0.5;-1,2_1,0;0,1_0.8,-1.2;-0.6,0.9_0.1,-0.3_1.5,-0.5;-0.7,1.2_-0.4,0.2',
};

const place = document.querySelector<HTMLElement>('[data-lab=backprop]');
if (place) void loadStyles(styles).then(() => start(place));

/** Two-layer backpropagation, step by step, with numbers that can be changed. */
function start(place: HTMLElement): void {
  const [wanted, ...saved] = readAddress() ?? [];
  let step = Math.min(8, Math.max(1, Number(wanted) || 8)) - 1;
  const first = saved.length === fieldNames.length ? saved : Object.values(examples)[0]?.split('_');
  const show = (part = '') => part.replaceAll(';', '\n').replaceAll(',', ' ');

  const fields = fieldNames.map((name, index) => field(name, show(first?.[index]), 3, update));
  const choice = element('select', { id: 'lab-example' }, element('option', { value: '' }, '自己填的'));
  for (const [name, numbers] of Object.entries(examples))
    choice.append(element('option', { value: numbers }, name));
  choice.value = first?.join('_') ?? '';
  if (choice.selectedIndex < 0) choice.value = '';
  choice.addEventListener('change', () => {
    for (const [index, part] of choice.value.split('_').entries()) {
      const input = fields[index]?.input;
      if (input && choice.value) input.value = show(part);
    }
    update();
  });

  const chips = element('div', { class: 'lab-steps', role: 'group', 'aria-label': '步骤' });
  const title = element('p', { class: 'lab-title' });
  const verdict = element('p', { role: 'status' });
  const matrices = element('div', { class: 'lab-matrices' });
  const back = button('上一步', () => go(step - 1));
  const on = button('下一步', () => go(step + 1));

  place
    .querySelector('div')
    ?.replaceChildren(
      element('p', { class: 'lab-line' }, element('label', { for: 'lab-example' }, '形状'), choice),
      chips,
      title,
      verdict,
      matrices,
      element('p', { class: 'lab-line' }, back, on),
      element(
        'details',
        {},
        element('summary', {}, '改数'),
        element('div', { class: 'lab-fields' }, ...fields.map(({ row }) => row)),
      ),
    );
  render();

  function go(to: number): void {
    step = Math.min(7, Math.max(0, to));
    render();
    save();
  }

  function update(): void {
    const kept = fields
      .map(({ input }) =>
        input.value
          .trim()
          .replace(/\s*\n\s*/g, ';')
          .replace(/[\s、，]+/g, ','),
      )
      .join('_');
    choice.value = kept;
    if (choice.selectedIndex < 0) choice.value = '';
    if (render()) save();
  }

  function save(): void {
    const numbers = fields.map(({ input }) =>
      (readMatrix(input.value).value ?? []).map((row) => row.join()).join(';'),
    );
    writeAddress([step + 1, ...numbers], place.id);
  }

  /** Shows what stands in the fields; false when something is wrong there. */
  function render(): boolean {
    const read = fields.map(({ input }) => readMatrix(input.value));
    const found = read.flatMap(({ value }) => (value ? [toMatrix(value)] : []));
    const fault = found.length === fields.length ? judgeShapes(found) : undefined;
    for (const [index, { input, label, complain }] of fields.entries()) {
      const { value = [], wrong = '' } = read[index] ?? {};
      label.textContent = `${fieldNames[index]}${value[0] ? `：${value.length}×${value[0].length}` : ''}`;
      input.setAttribute('rows', String(input.value.split('\n').length));
      complain(wrong || (fault?.at === index ? fault.wrong : ''));
    }
    const good = found.length === fields.length && !fault;
    const steps = good ? computeSteps(found as unknown as Parameters<typeof computeSteps>[0]) : [];
    const now = steps[step];
    const focused = [...chips.children].indexOf(document.activeElement as Element);
    chips.replaceChildren(
      ...steps.map(({ name }, index) => {
        const chip = button(name, () => go(index));
        if (index === step) chip.ariaCurrent = 'step';
        return chip;
      }),
    );
    (chips.children[focused] as HTMLElement | undefined)?.focus();
    // Not disabled: a button that is would lose the focus.
    back.ariaDisabled = String(!now || step === 0);
    on.ariaDisabled = String(!now || step === steps.length - 1);
    title.textContent = now ? `第${step + 1}步，共${steps.length}步：${now.title}` : '';
    verdict.textContent = now?.verdict ?? '先改好“改数”里标出的地方。';
    matrices.replaceChildren(...(now?.shown ?? []).map(showMatrix));
    return good;
  }
}

/** A matrix as a table, its name and shape above. */
function showMatrix({ name, matrix, about, wrong }: Shown): HTMLElement {
  const mark = wrong === undefined ? '' : wrong ? 'lab-off' : 'lab-right';
  return element(
    'div',
    { class: `lab-matrix ${mark}` },
    element('p', {}, name, matrix ? element('small', {}, ` ${formatShape(matrix)}`) : ''),
    ...(matrix ? [tableOf(name, matrix)] : []),
    ...(about ? [element('p', {}, about)] : []),
  );
}

function tableOf(name: string, matrix: Matrix): HTMLElement {
  const rows = rowsOf(matrix).map((row) =>
    element('tr', {}, ...row.map((value) => element('td', {}, formatDecimal(value)))),
  );
  const table = element('table', { 'aria-label': `${name}，${formatShape(matrix)}` }, ...rows);
  return element('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': name }, table);
}
