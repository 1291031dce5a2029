import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { decodeAddress } from '../../build/decode-address.ts';
import type { Problem } from '../../build/problem.ts';
import { placeOf } from './rewrite-pictures.ts';

/** A picture as the EPUB holds it. */
export interface PackedPicture {
  /** Its place without an ending, as the documents have it; see rewrite-pictures.ts. */
  place: string;
  /** `pictures/1f0c….png` */
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

type Form = Pick<PackedPicture, 'mediaType'> & { ending: string };
const png: Form = { ending: 'png', mediaType: 'image/png' };
const jpeg: Form = { ending: 'jpg', mediaType: 'image/jpeg' };

/** What all reading systems show, by the names that sharp has for it. */
const supported: Partial<Record<string, Form>> = {
  png,
  jpeg,
  gif: { ending: 'gif', mediaType: 'image/gif' },
  svg: { ending: 'svg', mediaType: 'image/svg+xml' },
};

/**
 * Reads the pictures of the EPUB. What kind one is, its bytes tell, and not its name. WebP, which EPUB has only since 3.3, and
 * AVIF and others, which it does not have, become JPEG, or PNG where something shines through.
 *
 * @param dist folder of the built site
 * @param base path that it was built for
 * @param sources addresses on the site. What is not there, the checks of pages tell.
 */
export async function packPictures(
  dist: string,
  base: string,
  sources: ReadonlySet<string>,
): Promise<{ pictures: PackedPicture[]; problems: Problem[] }> {
  const pictures: PackedPicture[] = [];
  const problems: Problem[] = [];
  for (const source of sources) {
    const file = decodeAddress(source.slice(base.length));
    if (!existsSync(path.join(dist, file))) continue;
    try {
      const place = placeOf(source);
      const { ending, mediaType, bytes } = await forBooks(await readFile(path.join(dist, file)));
      pictures.push({ place, name: `${place}.${ending}`, mediaType, bytes });
    } catch (error) {
      problems.push({
        file: `dist/${file}`,
        rule: 'picture-unreadable',
        reason: `No picture can be read from "${file}": ${(error as Error).message}.`,
        remedy: 'Save it anew, as PNG, JPEG or SVG.',
      });
    }
  }
  return { pictures, problems };
}

async function forBooks(bytes: Uint8Array): Promise<Form & { bytes: Uint8Array }> {
  const picture = sharp(bytes).autoOrient();
  const { format, hasAlpha } = await picture.metadata();
  const form = supported[format];
  if (form) return { ...form, bytes };
  if (hasAlpha) return { ...png, bytes: await picture.png().toBuffer() };
  return { ...jpeg, bytes: await picture.jpeg({ quality: 90, chromaSubsampling: '4:4:4' }).toBuffer() };
}
