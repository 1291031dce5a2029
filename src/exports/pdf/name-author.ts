/**
 * Adds the author to a PDF of Chromium's, which does not know of one: what is new stands behind the old (ISO 32000-1,
 * 7.5.6), so that no offset changes.
 *
 * @throws Error when the PDF has no trailer as Chromium writes it
 */
export function nameAuthor(pdf: Buffer, author: string): Buffer {
  const text = pdf.toString('latin1');
  const [, trailer, info, start] =
    /trailer\s*<<([^>]*?\/Info (\d+) 0 R[^>]*)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(text) ?? [];
  const entries = info && new RegExp(`\\n${info} 0 obj\\s*<<([^]*?)>>\\s*endobj`).exec(text)?.[1];
  if (!trailer || !info || !start || !entries) throw new Error('The PDF has no trailer with an /Info.');
  const name = Buffer.from(`\ufeff${author}`, 'utf16le').swap16().toString('hex');
  const object = `${info} 0 obj\n<<${entries}\n/Author <${name}>>>\nendobj\n`;
  const table = `xref\n${info} 1\n${String(pdf.length).padStart(10, '0')} 00000 n \n`;
  const end = `trailer\n<<${trailer}\n/Prev ${start}>>\nstartxref\n${pdf.length + object.length}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(object + table + end, 'latin1')]);
}
