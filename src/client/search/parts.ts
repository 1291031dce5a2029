/** The file in `pagefind/` that lists the folders of the index's parts: `["", "2/"]`. */
export const partsFile = 'parts.json';

/** More records than a part has: in the order of the book what one part has comes before what the next has. */
export const perPart = 1_000_000;
