import source from '../../content/references.yaml?raw';
import { parse } from 'yaml';
import { referencesSchema, type Reference } from './reference-schema.ts';

/** The references in the order of their numbers, which is that of the file. */
export const references: (Reference & { key: string })[] = Object.entries(
  referencesSchema.parse(parse(source)),
).map(([key, reference]) => ({ key, ...reference }));
