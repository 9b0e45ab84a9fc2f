import type { CalendarDate } from './calendar-date.ts';
import { clocksOfMotion } from './clocks.ts';
import { type Consultation, openConsultations } from './consultation.ts';
import type { MotionEvent } from './events.ts';
import { consulteeRecipient } from './letter-recipients.ts';
import type { OwedLetter } from './letters.ts';
import type { Motion } from './motion.ts';
import type { Organisation } from './organisation.ts';

/** The consultation that an event sends, or reminds of; undefined of any other event. */
export const consultationOf = (event: MotionEvent, after: Motion): Consultation | undefined => {
  if (after.status !== 'Consulting') return undefined;
  const open = openConsultations(after.consultations);
  if (event.type === 'ConsultationSent') {
    return open.find((each) => each.consultationNo === event.consultationNo);
  }
  if (event.type !== 'ClockRang') return undefined;
  return open.find(({ consultationNo }) => event.clock === `consultation-${consultationNo}`);
};

/**
 * The letters to whom a question is put (row 7: notify the committee), and the reminders at −14, 0 and +7 days
 * (domain.md §11.2 [D]). Only to one with an address: else the officer sends it, and the clock is the officer's task.
 */
export const consultationLetters = (
  event: MotionEvent,
  after: Motion,
  { consultees }: Pick<Organisation, 'consultees'>,
  today: CalendarDate,
): readonly OwedLetter[] => {
  const asked = consultationOf(event, after);
  const consultee = consultees.find((each) => each.id === asked?.recipient);
  if (asked === undefined || consultee?.email === undefined) return [];
  const memberId = consulteeRecipient(consultee.id);
  if (event.type === 'ConsultationSent') return [{ template: 'consultation-request', memberId }];
  return ringsAgainBy(after, asked, today) ? [] : [{ template: 'consultation-reminder', memberId }];
};

/** When several reminders have become due together, the last says it all. */
const ringsAgainBy = (after: Motion, { consultationNo }: Consultation, today: CalendarDate): boolean =>
  clocksOfMotion(after).some(
    ({ kind, dueOn }) => kind === `consultation-${consultationNo}` && dueOn <= today,
  );
