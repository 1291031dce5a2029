/**
 * Gives the glossary a field that leaves only the terms in which its words stand: in their Chinese, their English, or
 * another way to write them. Only a script can filter, so only a script puts it there, into room that is kept for it.
 */
for (const place of document.querySelectorAll('.filter')) addFilter(place);

function addFilter(place: Element): void {
  const terms = [...document.querySelectorAll<HTMLElement>('.terms > div')].map((entry) => ({
    entry,
    forms: [...entry.querySelectorAll('dfn, [lang=en], .also')].map(({ textContent }) =>
      fold(textContent.replace(/^又作/, '')),
    ),
  }));
  const sections = document.querySelectorAll<HTMLElement>('main > section');

  const field = document.createElement('input');
  field.type = 'search';
  field.autocomplete = 'off';
  const label = document.createElement('label');
  label.append('筛选术语', field);
  // A live region speaks only when it stood there empty before.
  const status = document.createElement('span');
  status.role = 'status';
  place.append(label, status);

  function filter(): void {
    const wanted = fold(field.value);
    for (const { entry, forms } of terms) entry.hidden = !forms.some((form) => form.includes(wanted));
    for (const section of sections) {
      section.hidden = !section.querySelector('.terms > div:not([hidden])');
      const link = document.querySelector<HTMLElement>(
        `.groups [href="#${section.querySelector('h2')?.id}"]`,
      );
      if (link) link.hidden = section.hidden;
    }
    const shown = terms.filter(({ entry }) => !entry.hidden).length;
    status.textContent = wanted && (shown ? `显示${shown}条，共${terms.length}条` : '没有相符的术语');
  }

  function clear(): void {
    field.value = '';
    filter();
  }

  // While an input method composes, the field holds letters of its own.
  field.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) filter();
  });
  field.addEventListener('compositionend', filter);
  field.addEventListener('keydown', ({ key, isComposing }) => {
    if (key === 'Escape' && !isComposing) clear();
  });
  // A link may lead to a term that is not shown.
  addEventListener('hashchange', () => {
    const target = document.querySelector(':target');
    if (!target?.closest('[hidden]')) return;
    clear();
    target.scrollIntoView();
  });
}

/** Full-width letters are as half-width ones, capitals as small ones; spaces and hyphens count for nothing. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '');
}
