import { z } from 'astro/zod';

const text = z.string().min(1);

/** An entry of `content/references.yaml`. */
const referenceSchema = z.strictObject({
  /** Authors, or the body that answers for the text. */
  authors: z.array(text).min(1).optional(),
  title: text,
  /** Journal, site, archive or proceedings that it stands in. */
  container: text.optional(),
  publisher: text.optional(),
  /** 2026, 2026-05 or 2026-05-01, as exactly as it is known. */
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date is 2026, 2026-05 or 2026-05-01 (in quotation marks)'),
  url: z.url(),
  accessed: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is 2026-05-01 (in quotation marks)'),
  language: z.enum(['zh', 'en', 'fr', 'ja', 'pt']),
  /** `paper` stands in a journal or an archive of preprints, `proceedings` in those of a conference. */
  kind: z.enum([
    'paper',
    'proceedings',
    'book',
    'thesis',
    'web',
    'news',
    'report',
    'code',
    'data',
    'video',
    'law',
    'post',
  ]),
  /** Why the source is weak, when it is: a reprint, a summary. */
  weakness: text.optional(),
});

export const referencesSchema = z.record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), referenceSchema);

export type Reference = z.infer<typeof referenceSchema>;
