/** Date-only ISO text is UTC already, and so is text that names its zone. */
const NAMES_ZONE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$|Z$|[+-]\d\d:?\d\d$|GMT|UTC/i;
const FIELDS = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];

/** By its own name: while Mermaid runs, `Date` is the class below. */
const LocalDate = Date;

/**
 * A `Date` whose local time is UTC. A thread cannot have a time zone of its own (`TZ` is the process's), and a Gantt
 * chart must not change with the zone of the machine that builds it. Nor with the day: what Mermaid would put at the
 * present is put at the beginning of 1970.
 */
export class UtcDate extends LocalDate {
  constructor(...args: unknown[]) {
    const [first = 0] = args;
    if (args.length > 1) super(LocalDate.UTC(...(args.map(Number) as [number, number])));
    else super(typeof first === 'string' ? UtcDate.parse(first) : (first as number | Date));
  }

  static override parse(text: string): number {
    const time = LocalDate.parse(text);
    if (Number.isNaN(time) || NAMES_ZONE.test(text.trim())) return time;
    // Of a time in the zone of this machine, its own fields are those of the text.
    const at = new LocalDate(time);
    return LocalDate.UTC(
      at.getFullYear(),
      at.getMonth(),
      at.getDate(),
      at.getHours(),
      at.getMinutes(),
      at.getSeconds(),
      at.getMilliseconds(),
    );
  }

  override getDay(): number {
    return this.getUTCDay();
  }

  override getTimezoneOffset(): number {
    return 0;
  }
}

const prototype = UtcDate.prototype as unknown as Record<string, unknown>;
for (const field of FIELDS)
  for (const method of ['get', 'set']) prototype[`${method}${field}`] = prototype[`${method}UTC${field}`];
