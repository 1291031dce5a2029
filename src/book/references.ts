import source from '../../content/references.yaml?raw';
import { parse } from 'yaml';
import { collectApparatus } from './apparatus.ts';
import { orderReferences, type NumberedReference } from './order-references.ts';
import { once } from './once.ts';
import { referencesSchema } from './reference-schema.ts';

/** The references in the order of their numbers, with the places that cite them. */
export const listReferences = once(async (): Promise<NumberedReference[]> =>
  orderReferences(referencesSchema.parse(parse(source)), await collectApparatus()),
);

/** The references by their keys. */
export const referencesByKey = once(
  async () => new Map((await listReferences()).map((reference) => [reference.key, reference])),
);
