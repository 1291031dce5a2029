import { parseDocument, visit, YAMLParseError, type Document, type ParseOptions } from 'yaml';

/**
 * Parses what is said in YAML beside the text: frontmatter and records. Aliases (`*a`) are errors: one that names
 * nothing throws only when its value is asked for, one that names itself many times grows without end, and no
 * author of a book means any; a value that begins with an asterisk is meant.
 *
 * @returns a document, whose `errors` say what is wrong and whose value can be asked for when there are none
 */
export function parseYaml(text: string, options: ParseOptions & { prettyErrors?: boolean } = {}): Document {
  const document: Document = parseDocument(text, options);
  visit(document, {
    Alias(_, { source, range }) {
      const [from, to] = range ?? [0, 1];
      const reason = `*${source} is an alias, and is not read here: in quotation marks it is a text.`;
      document.errors.push(new YAMLParseError([from, to], 'BAD_ALIAS', reason));
    },
  });
  return document;
}
