import type { MotionText } from './documents.ts';
import type { Motion } from './motion.ts';

/** What stands in place of a text that is not shown: in the public register, in letters and in reports (OSL 5:2, 5:5). */
export const withheldText = 'Visas inte: ärendet är sekretessmarkerat';

/** Whether the documents of the case are marked as possibly secret. */
export const isMarkedSecret = (record: Motion | undefined): boolean =>
  record !== undefined && 'secrecy' in record && record.secrecy !== undefined;

/**
 * A motion's text as it may leave the office without a test of secrecy: of a marked case nothing but how many clauses
 * there are. Title and matter may be left out of the public part of a register (OSL 5:2 2 st.).
 */
export const maskedText = ({ clauses }: MotionText): MotionText => ({
  title: withheldText,
  body: '',
  clauses: clauses.map(() => withheldText),
});

/** The text, masked where the case is marked. */
export const textOutside = (record: Motion | undefined, text: MotionText): MotionText =>
  isMarkedSecret(record) ? maskedText(text) : text;
