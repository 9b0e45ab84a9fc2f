import { oneLine } from './content.ts';

/** Longer subjects are cut off by phones and by the lists of most mail programs. */
export const SUBJECT_LIMIT = 90;

/** Shortens at a word, with an ellipsis; never in the middle of a character. */
const shorten = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = text.charAt(cut.length) === ' ' ? cut.length : cut.lastIndexOf(' ');
  // A very long last word is cut rather than lost.
  const whole = space > limit / 2 ? cut.slice(0, space) : cut;
  return `${whole.replace(/[\s,;:.–-]+$/, '')}…`;
};

/** The subject line: number, what has happened, title. One line whatever the title holds. */
export const subjectOf = (number: string | undefined, label: string, title: string): string =>
  shorten(oneLine(`${number ?? ''} ${label}: ${title}`), SUBJECT_LIMIT);
