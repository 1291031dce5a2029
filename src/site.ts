/** The one place for constants of the site and for the settings that a deployer gives by environment. */

export const site = {
  title: '国内大模型市场校注',
  brand: '大模型市场校注',
  /** For a place of a few characters, below an icon. */
  shortTitle: '校注本',
  description:
    '一篇谈国内大模型市场的文章的校注本：原文一字不改，另以勘误、校注与补充订正史实、公式与术语，条条注明出处。',
  language: 'zh-CN',
  author: '禅与计算机程序设计艺术 / Zen and the Art of Computer Programming',
  /** The same, apart: each in its own language. */
  authorNames: { zh: '禅与计算机程序设计艺术', en: 'Zen and the Art of Computer Programming' },
  edition: '校注本第一版',
  /** The page's own colour, for what browsers draw around it (`--bg` of styles/tokens.css). */
  paper: { light: '#fbfaf6', dark: '#15171a' },
  /** Of the seal (`--seal` of styles/tokens.css). */
  seal: '#b8361f',
  /** Names the book among all others, whatever address it stands at. */
  identifier: 'urn:uuid:14b5b1b6-69c9-42a4-a2c6-ce586759218e',
} as const;

/** Where the built site will stand. */
export interface Placement {
  /** Absolute origin, `https://book.example`; undefined when the deployer did not say. */
  origin: string | undefined;
  /** Path below the origin, with a slash at both ends: `/` or `/a/b/`. */
  base: string;
}

/**
 * Reads `SITE_URL` and `BASE_PATH`.
 *
 * @param env the environment, `process.env`
 * @returns origin and base path, normalised
 * @throws Error when `SITE_URL` is not an absolute http(s) origin, or `BASE_PATH` is not a path
 */
export function readPlacement(env: Record<string, string | undefined>): Placement {
  return { origin: readOrigin(env['SITE_URL']), base: readBase(env['BASE_PATH']) };
}

function readOrigin(value: string | undefined): string | undefined {
  if (!value) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error(
      `SITE_URL must be an absolute http(s) address such as https://book.example, not "${value}".`,
    );
  }
  if (url.pathname !== '/' || url.search || url.hash) {
    throw new Error(
      `SITE_URL is the origin alone, "${url.origin}"; put the path "${url.pathname}" into BASE_PATH.`,
    );
  }
  return url.origin;
}

function readBase(value: string | undefined): string {
  const path = `/${value ?? ''}/`.replace(/\/{2,}/g, '/');
  if (!/^\/(?:[\w.~-]+\/)*$/.test(path) || /\/\.{1,2}\//.test(path)) {
    throw new Error(`BASE_PATH must be a path such as /a/b, not "${value}".`);
  }
  return path;
}
