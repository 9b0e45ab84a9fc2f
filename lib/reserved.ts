import type { FunctionName } from '../lambdas/manifest.ts';

/**
 * How many copies may run at once, where that protects: one `tick`, since two would do the same work; letters no faster
 * than SES takes them; and a flood of visitors may not take the share of the office and the workflow.
 */
export const reserved: Partial<Record<FunctionName, number>> = {
  tick: 1,
  'send-letters': 5,
  'public-site': 50,
  papers: 20,
  following: 5,
};
