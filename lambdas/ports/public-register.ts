import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { PublicMeeting } from '../../domain/public-meeting.ts';
import type { PublicMotion } from '../../domain/public-motion.ts';
import type { Page, PageRequest } from './case-store.ts';

/** The public projection: reads items under `PUBLIC#` and nothing else (architecture §5). */
export interface PublicRegister {
  motion(caseId: string): Promise<PublicMotion | undefined>;
  year(registerYear: number, page: PageRequest): Promise<Page<PublicMotion>>;
  /** Every meeting of the council and the board from one day to another, both included, by date. */
  meetings(from: CalendarDate, to: CalendarDate): Promise<readonly PublicMeeting[]>;
}
