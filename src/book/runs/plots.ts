/** The figures that are drawn from what the lab ran. */
export const plotNames = ['readings', 'xor', 'losses', 'paths'] as const;
/** What can be tried out. */
export const labNames = ['backprop', 'regression'] as const;

export type PlotName = (typeof plotNames)[number];
