/** Something that can be linked to, with all that a citation of it says. */
export interface Place {
  /** 4.1 数学模型构建; 数学模型和公式：式（4.1）. */
  name: string;
  /** Where it stands for good. */
  address: string;
  /** Where a preview shows it by its own title; the same where there is no such page. */
  shared: string;
  author: string;
  book: string;
  edition: string;
  /** When the edition was last revised: 2026-11-23. */
  revised: string;
  /** maths-model. */
  key: string;
}

/** A book, or a page of it. */
interface Described {
  name: string;
  url: string;
  author: { name: string };
  bookEdition: string;
  dateModified: string;
  isPartOf?: Described;
}

/**
 * Reads what a link to its own place stands for, from the page and from what the page says of itself to
 * search engines.
 *
 * @param link a number, a label or a term
 */
export function readPlace(link: HTMLAnchorElement): Place {
  const json = document.querySelector('[type="application/ld+json"]')?.textContent ?? '';
  const [page] = (JSON.parse(json) as { '@graph': [Described] })['@graph'];
  const { isPartOf: book = page } = page;
  const here = document.querySelector<HTMLLinkElement>('[rel=canonical]')?.href ?? '';

  const id = link.hash.slice(1);
  const named = document.getElementById(id);
  const heading = named?.closest('h2, h3');
  const whole = link.closest('h1');
  const said = tidy(heading?.textContent ?? readLabel(link));
  const address = whole ? here : here + link.hash;
  return {
    name: whole ? page.name : heading ? said : `${page.name}：${said}`,
    address,
    // The editors' own pages, and the contents, have no such pages.
    shared:
      heading && !heading.closest('nav, main[data-layer]')
        ? new URL(`s/${id}/`, new URL(book.url, here)).href
        : address,
    author: named?.closest('[data-layer]') ? `${book.name}编者` : book.author.name,
    book: book.name,
    edition: book.bookEdition,
    revised: book.dateModified,
    key: [here.split('/').at(-2), id].join('-'),
  };
}

/** 图 4-1 两层网络的前向与反向; 式（4.1）; of a reference, 文献[12]. */
function readLabel(link: HTMLAnchorElement): string {
  const label = link.ariaLabel ?? link.textContent;
  if (link.closest('figcaption')) return `${label} ${link.nextSibling?.textContent}`;
  return label.replace(/^\[/, '文献[');
}

function tidy(text: string): string {
  return text.replace(/§/, '').replace(/\s+/g, ' ').trim();
}
