import type { Journal } from '../lambdas/casework/dependencies.ts';

const line = (level: string, code: string, keys: Readonly<Record<string, string | number>> = {}) => {
  const about = Object.entries(keys).map(([key, value]) => `${key}=${value}`);
  return [new Date().toISOString().slice(11, 19), level, code, ...about].join(' ');
};

/** The same codes and ids as on AWS, as lines a person can read; what is routine is left out. */
export const plainJournal: Journal = {
  info: () => undefined,
  warn: (code, keys) => console.warn(line('varning', code, keys)),
  alarm: (code, keys) => console.warn(line('larm', code, keys)),
};

/** Says nothing: for demo and tests, which look at the record instead. */
export const silentJournal: Journal = {
  info: () => undefined,
  warn: () => undefined,
  alarm: () => undefined,
};
