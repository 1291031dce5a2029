import type { FontFace } from './families.ts';

/**
 * Finds the face that a browser takes of a family (CSS Fonts 4, section 5.2): style before weight, then the
 * nearest weight, on the side where one looks first.
 *
 * @param faces at least one
 */
export function matchFace(faces: readonly FontFace[], weight: number, style: string): FontFace {
  const slanted = /^(italic|oblique)/.test(style);
  const inStyle = faces.filter((face) => (face.style === 'italic') === slanted);
  const [best] = (inStyle.length ? inStyle : faces).toSorted(
    (a, b) => distance(a.weight, weight) - distance(b.weight, weight),
  ) as [FontFace];
  return best;
}

/** How late a weight comes when another is wanted. */
function distance(offered: number, wanted: number): number {
  const otherSide = 10_000;
  if (wanted >= 400 && wanted <= 500) {
    if (offered >= wanted && offered <= 500) return offered - wanted;
    return offered < wanted ? 1_000 + wanted - offered : otherSide + offered;
  }
  const far = wanted < 400 ? offered > wanted : offered < wanted;
  return Math.abs(offered - wanted) + (far ? otherSide : 0);
}
