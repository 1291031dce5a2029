import type { editionComponents } from './src/book/edition-components.ts';

type Declared = typeof editionComponents;

/** The attributes that an author writes; those that the pipeline sets are no author's. */
type Attributes<Name extends keyof Declared> = Record<Declared[Name]['required'][number], string> &
  Partial<Record<Declared[Name]['optional'][number], string | true>> & { children?: unknown };

declare global {
  /** What the MDX language server takes for the components that every chapter has. */
  type MDXProvidedComponents = { [Name in keyof Declared]: (attributes: Attributes<Name>) => never };
}
