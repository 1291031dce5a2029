import { z } from 'astro/zod';

const text = z.string().min(1);

/** The parts of the glossary, in their order. */
export const glossaryGroups = [
  '基本概念',
  '数据',
  '结构',
  '数学',
  '训练',
  '评估',
  '推理与部署',
  '安全',
  '市场',
] as const;

/** An entry of `content/glossary.yaml`. */
const termSchema = z.strictObject({
  zh: text,
  en: text,
  /** LLM, GRPO: what the English is cut down to. */
  abbreviation: text.optional(),
  /** Other ways to write the term; they lead to it too. */
  also: z.array(text).min(1).optional(),
  /** Words in which the term only seems to stand: 量化交易 has nothing to do with 量化. */
  except: z.array(text).min(1).optional(),
  group: z.enum(glossaryGroups),
  /** Address of the section that explains it. */
  see: z.string().regex(/^\/[a-z0-9-]+\/#[a-z0-9-]+$/, 'a place is /algorithms/#attention'),
  definition: text,
});

export const glossarySchema = z.record(z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/), termSchema);

export type Term = z.infer<typeof termSchema>;
