import type { DiagramFault } from './diagram.ts';

/** Carries a fault out of the drawing, which gives it back as data. */
export class DiagramError extends Error {
  readonly fault: DiagramFault;

  constructor(fault: DiagramFault) {
    super(`${fault.reason} ${fault.remedy}`);
    this.name = 'DiagramError';
    this.fault = fault;
  }
}
