import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { PublicDetails } from '../../domain/public-details.ts';
import type { PublicHappening } from '../../domain/public-history.ts';
import type { PublicMeeting } from '../../domain/public-meeting.ts';
import type { PublicMotion } from '../../domain/public-motion.ts';
import type { PublicNotice } from '../../domain/public-notice.ts';
import { hashOf } from '../event-chain.ts';
import type { Page, PageRequest } from './case-store.ts';

/** Which view of a motion is shown. */
export interface PublicHead {
  readonly caseId: string;
  readonly registerYear: number;
  readonly digest: string;
}

/** Tells one view of a motion from another: a person's name may be masked without the version moving. */
export const digestOf = (motion: PublicMotion): string => hashOf(motion).slice(0, 16);

/** The public projection: reads items under `PUBLIC#` and nothing else (architecture §5). */
export interface PublicRegister {
  motion(caseId: string): Promise<PublicMotion | undefined>;
  /** The longer texts of a motion and what has happened to it, oldest first; empty where there are none. */
  details(caseId: string): Promise<PublicDetails & { readonly history: readonly PublicHappening[] }>;
  year(registerYear: number, page: PageRequest): Promise<Page<PublicMotion>>;
  /** Every motion of a year, in the order of the numbers. */
  allOfYear(registerYear: number): Promise<readonly PublicMotion[]>;
  /** Every motion shown and the digest of its view. Views written before there were heads have none. */
  heads(): Promise<readonly PublicHead[]>;
  /** The notices of certified minutes of meetings from one day to another, both included, by date. */
  notices(from: CalendarDate, to: CalendarDate): Promise<readonly PublicNotice[]>;
  /** Every meeting of the council and the board from one day to another, both included, by date. */
  meetings(from: CalendarDate, to: CalendarDate): Promise<readonly PublicMeeting[]>;
}
