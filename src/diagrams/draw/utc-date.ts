const FIELDS = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];
/** Date-only ISO text is UTC already, and so is text that names its zone. */
const NAMES_ZONE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$|Z$|[+-]\d\d:?\d\d$|GMT|UTC/i;

/**
 * Makes local time UTC in this thread. A worker cannot have a time zone of its own (`TZ` is the
 * process's), and a Gantt chart must not change with the zone of the machine that builds it. Nor with the day: what
 * Mermaid would put at the present is put at the beginning of 1970.
 */
export function installUtcDate(): void {
  const Local = Date;
  const prototype = Local.prototype as unknown as Record<string, unknown>;
  // Read before they are replaced: they take local text apart below.
  const { getFullYear, getMonth, getDate, getHours, getMinutes, getSeconds, getMilliseconds } =
    Local.prototype;
  const localFields = [getFullYear, getMonth, getDate, getHours, getMinutes, getSeconds, getMilliseconds];
  const parse = (text: string): number => {
    const time = Local.parse(text);
    if (Number.isNaN(time) || NAMES_ZONE.test(text.trim())) return time;
    const date = new Local(time);
    const [year = 0, month = 0, ...rest] = localFields.map((read) => read.call(date));
    return Local.UTC(year, month, ...rest);
  };
  for (const field of FIELDS) {
    prototype[`get${field}`] = prototype[`getUTC${field}`];
    if (field !== 'Day') prototype[`set${field}`] = prototype[`setUTC${field}`];
  }
  prototype['getTimezoneOffset'] = () => 0;

  globalThis.Date = new Proxy(Local, {
    construct(target, args: unknown[], newTarget) {
      const [first = 0] = args;
      if (args.length > 1) {
        const [year = NaN, month = NaN, ...rest] = args.map(Number);
        return Reflect.construct(target, [Local.UTC(year, month, ...rest)], newTarget) as object;
      }
      if (typeof first === 'string') return Reflect.construct(target, [parse(first)], newTarget) as object;
      return Reflect.construct(target, [first], newTarget) as object;
    },
    get(target, name, receiver) {
      return name === 'parse' ? parse : (Reflect.get(target, name, receiver) as unknown);
    },
  });
}
