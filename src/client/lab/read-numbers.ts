/** What was read, or what is wrong with it, to be shown beside its field. */
export type Read<T> = { value: T; wrong?: never } | { wrong: string; value?: never };

/** Rows and columns that fit on a phone, and numbers that leave float64 room. */
const largest = 1e6;
const side = 8;

/** Reads one number between two limits. Full-width digits and signs count as what they look like. */
export function readNumber(text: string, from: number, to: number, whole = false): Read<number> {
  const written = text.normalize('NFKC').trim();
  if (!written) return { wrong: '这里要一个数。' };
  const value = toNumber(written);
  if (Number.isNaN(value)) return { wrong: `“${shorten(written)}”不是数。` };
  if (whole && !Number.isInteger(value)) return { wrong: '这里要整数。' };
  if (value < from || value > to) return { wrong: `要在${from}与${to.toLocaleString('en-US')}之间。` };
  return { value };
}

/** Reads a matrix: a row a line, numbers with spaces or commas between. */
export function readMatrix(text: string): Read<number[][]> {
  const lines = text
    .normalize('NFKC')
    .trim()
    .split(/\s*[\n;]\s*/);
  if (!lines[0]) return { wrong: '是空的：一行写一行的数，用空格隔开。' };
  const rows = lines.map((line) => line.split(/[\s,、]+/).filter(Boolean));
  const columns = rows[0]?.length ?? 0;
  for (const [index, row] of rows.entries()) {
    const place = rows.length > 1 ? `第${index + 1}行` : '';
    for (const written of row) {
      const value = toNumber(written);
      if (Number.isNaN(value)) return { wrong: `${place}“${shorten(written)}”不是数。` };
      if (Math.abs(value) > largest)
        return { wrong: `${place}${shorten(written)}太大：要在±1,000,000之内。` };
    }
    if (row.length !== columns)
      return { wrong: `${place}有${row.length}个数，第1行有${columns}个：各行要一样多。` };
  }
  if (rows.length > side || columns > side) return { wrong: `最多${side}行${side}列。` };
  return { value: rows.map((row) => row.map(toNumber)) };
}

/** `Number` would take '' for 0, and read 0x10. */
function toNumber(written: string): number {
  const plain = written.replace('−', '-');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
}

function shorten(written: string): string {
  return written.length > 12 ? `${written.slice(0, 12)}……` : written;
}
