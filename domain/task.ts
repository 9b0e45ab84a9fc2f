import type { CalendarDate } from './calendar-date.ts';
import { addDays } from './calendar-date.ts';
import { certifyBy, postBy, registerBy } from './deadlines.ts';
import type { Motion } from './motion.ts';

/**
 * The day by which the present step should be done, for the worklist. Statutory where a rule gives one, else a
 * planning value; a passed day is shown as late and refuses nothing.
 */
export const dueOnOf = (record: Motion, today: CalendarDate): CalendarDate => {
  switch (record.status) {
    case 'Received':
      return registerBy(record.receivedOn);
    case 'BoardAgenda':
    case 'CouncilAgenda':
      return record.meetingDate;
    case 'Decided':
      return certifyBy(record.decision.at.meetingDate);
    case 'Certified':
      return postBy(record.certifiedOn);
    case 'AppealWindow':
    case 'PresumedFinal':
      return record.finalOn;
    default:
      return addDays(today, planningDays);
  }
};

/** Days given to a step that no rule sets a limit for [D]; the one-year clock gives better dates when it comes. */
const planningDays = 30;
