/** Entries of the error catalogue that a diagram can cause. */
export type DiagramRule =
  | 'diagram-syntax'
  | 'diagram-unknown-type'
  | 'diagram-without-description'
  | 'diagram-unsafe-link'
  | 'diagram-script'
  | 'diagram-timeout';

export interface DiagramFault {
  rule: DiagramRule;
  /** What is wrong, one English sentence. */
  reason: string;
  /** How to mend it, one English sentence. */
  remedy: string;
  /** 1-based, within the source. */
  line?: number | undefined;
  /** 1-based, within the line. */
  column?: number | undefined;
  /** Valid values near to the wrong one, best first. */
  candidates?: string[] | undefined;
}

/** A fault of a diagram's source that its author can mend. */
export class DiagramError extends Error {
  readonly rule: DiagramRule;
  readonly reason: string;
  readonly remedy: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly candidates: string[] | undefined;

  constructor(fault: DiagramFault) {
    super(`${fault.line === undefined ? '' : `line ${fault.line}: `}${fault.reason} ${fault.remedy}`);
    this.name = 'DiagramError';
    this.rule = fault.rule;
    this.reason = fault.reason;
    this.remedy = fault.remedy;
    this.line = fault.line;
    this.column = fault.column;
    this.candidates = fault.candidates;
  }

  /** The plain data of the error, to send it from one thread to another. */
  toFault(): DiagramFault {
    const { rule, reason, remedy, line, column, candidates } = this;
    return { rule, reason, remedy, line, column, candidates };
  }
}
