/** So many: pages share most of their style sheets, and each has one or two of its own that no other page asks for. */
const most = 64;

/**
 * Gives what was made of a text before, or makes it. What was not asked for longest is forgotten: of a book of thousands of
 * chapters not all can be remembered.
 *
 * @param known what is remembered, by the texts; changed
 */
export function remembered<Value>(known: Map<string, Value>, text: string, make: () => Value): Value {
  const value = known.get(text) ?? make();
  known.delete(text);
  known.set(text, value);
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
  return value;
}
