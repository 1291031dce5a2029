import { findHead } from '../source/diagram-head.ts';

/** The statement that an error of Mermaid's without a place is about. */
export interface FailedStatement {
  /** 1-based, in the source. */
  line: number;
  reason: string;
  remedy: string;
}

const TASK =
  /^\s*(?!(?:dateFormat|axisFormat|title|section|excludes|includes|todayMarker|tickInterval|weekday|weekend|acc\w+|click|%%))([^:\n]+):(.*)$/;
const TAGS = /^(?:active|done|crit|milestone|vert)$/;

/** Returns the statement that Mermaid failed at, found by what the message says and the kind's own rules. */
export function findFailedStatement(
  message: string,
  keyword: string,
  source: string,
): FailedStatement | undefined {
  const lines = bodyOf(source);
  const inactive = /inactivate an inactive participant \((.*)\)/.exec(message)?.[1];
  if (inactive !== undefined) return inactiveParticipant(inactive, lines);
  if (message.startsWith('Diagrams beginning with ---'))
    return {
      line: source.split('\n').findIndex((line) => line.trim() === '---') + 1,
      reason: 'the front matter is never closed',
      remedy: 'Write a line of --- where it ends.',
    };
  if (/setting 'style'|linkStyle/.test(message)) return linkOutOfRange(lines);
  if (keyword === 'gantt') return taskWithoutStart(lines);
  return undefined;
}

/** The lines of a source, blank before the diagram itself begins and where settings or a description stand. */
function bodyOf(source: string): string[] {
  const { line } = findHead(source);
  const blank = source.replace(/%%\{[\s\S]*?\}%%|^\s*accDescr\s*\{[^}]*\}/gm, (text) =>
    text.replace(/./g, ' '),
  );
  return blank.split('\n').map((text, index) => (index < line ? '' : text));
}

function inactiveParticipant(name: string, lines: readonly string[]): FailedStatement | undefined {
  let active = 0;
  const isName = (text = ''): boolean => text.trim() === name;
  for (const [index, line] of lines.entries()) {
    const [, word, who] = /^\s*(activate|deactivate)\s+(.*)$/.exec(line) ?? [];
    const [, from, sign, to] = /^\s*(.*?)\s*-{1,2}(?:>>?|x|\))\s*([+-]?)\s*([^:]*):/.exec(line) ?? [];
    if ((word === 'activate' && isName(who)) || (sign === '+' && isName(to))) active++;
    if ((word === 'deactivate' && isName(who)) || (sign === '-' && isName(from))) active--;
    if (active < 0)
      return {
        line: index + 1,
        reason: `"${name}" is not active`,
        remedy: `Activate it before ("activate ${name}", or + behind an arrow to it), or leave this out.`,
      };
  }
  return undefined;
}

function linkOutOfRange(lines: readonly string[]): FailedStatement | undefined {
  const numbers = lines.map((line) => Math.max(-1, ...(/^\s*linkStyle\s+([\d,\s]+)/.exec(line)?.[1] ?? '').split(',').map(Number).filter(Number.isInteger))); // prettier-ignore
  const highest = Math.max(...numbers);
  if (highest < 0) return undefined;
  return {
    line: numbers.indexOf(highest) + 1,
    reason: `there is no connection ${highest}`,
    remedy: 'Connections are counted from 0, in the order in which they are written.',
  };
}

function taskWithoutStart(lines: readonly string[]): FailedStatement | undefined {
  const index = lines.findIndex((line) => {
    const data = TASK.exec(line)?.[2];
    return data !== undefined && dataOf(data).length < 2;
  });
  if (index < 0) return undefined;
  return {
    line: index + 1,
    reason: 'the first task has no start',
    remedy: 'Give it a date, as in: name :id, 2024-01-01, 3d.',
  };
}

function dataOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part && !TAGS.test(part));
}

/** Returns the first statement that Mermaid would draw as another than it is; nothing for kinds that have none. */
export function findWrongStatement(source: string): FailedStatement | undefined {
  const { keyword } = findHead(source);
  if (keyword === 'gantt') return findWrongTask(source);
  return keyword === 'journey' ? findWrongScore(bodyOf(source)) : undefined;
}

function findWrongScore(lines: readonly string[]): FailedStatement | undefined {
  for (const [index, line] of lines.entries()) {
    const score = /^\s*(?!title\b|section\b|acc|%%)[^:]+:([^:]*)/.exec(line)?.[1]?.trim();
    if (score !== undefined && !/^\d/.test(score))
      return {
        line: index + 1,
        reason: `"${score}" is no score`,
        remedy: 'Write a number from 1 to 5 behind the task, as in: task: 5: who.',
      };
  }
  return undefined;
}

/**
 * Returns the first task of a Gantt chart that begins or ends with a task that there is not, or lasts what is no
 * duration: Mermaid puts the one at the present and lets the other last for no time.
 */
function findWrongTask(source: string): FailedStatement | undefined {
  const lines = bodyOf(source);
  const tasks = lines.map((line) => dataOf(TASK.exec(line)?.[2] ?? ''));
  const ids = tasks.filter((data) => data.length > 2).map(([id]) => id);
  for (const [index, data] of tasks.entries()) {
    const names = data.flatMap((part) => /^(?:after|until)\s+(.*)$/.exec(part)?.[1]?.split(/\s+/) ?? []);
    const unknown = names.find((name) => !ids.includes(name) && !/^task\d+$/.test(name));
    if (unknown !== undefined)
      return {
        line: index + 1,
        reason: `there is no task "${unknown}"`,
        remedy:
          ids.length > 0
            ? `Name one of: ${ids.slice(0, 8).join(', ')}.`
            : 'Give the task that is meant an id: name :id, start, end.',
      };
    const end = data.at(-1);
    if (end !== undefined && !/\d/.test(end) && !end.startsWith('until '))
      return {
        line: index + 1,
        reason: `"${end}" is neither a date nor a duration`,
        remedy: 'Write one as in 2024-01-31 or 3d (ms, s, m, h, d, w, M, y).',
      };
  }
  return undefined;
}
