import { z } from 'zod';
import { calendarDate } from './calendar-date.ts';
import { appealResult, type MinutesEvent } from './minutes-events.ts';

/**
 * The minutes of one meeting of one body. Certification, notice and appeal belong to them and are shared by every
 * case decided there (domain.md §11.1); the cases follow, each in its own transaction.
 */
const opened = z.object({
  minutesId: z.string().min(1),
  version: z.int().min(1),
  body: z.enum(['council', 'board']),
  meetingDate: calendarDate,
  /** People who are to certify (KL 5:69). */
  certifiers: z.array(z.string()).min(1),
  signedBy: z.array(z.string()),
  /** Certifiers who have not approved them, and why: a note in the minutes (domain.md §11.3). */
  contests: z
    .array(z.object({ certifier: z.string(), contestedOn: calendarDate, note: z.string() }))
    .optional(),
  rungClocks: z.array(z.string()),
  appeals: z.array(
    z.object({
      caseId: z.string(),
      appealNo: z.int().min(1).optional(),
      paragraph: z.string().optional(),
      receivedOn: calendarDate,
      court: z.string(),
      courtCaseNumber: z.string().optional(),
      closed: z.object({ closedOn: calendarDate, outcome: appealResult }).optional(),
    }),
  ),
});
const certified = opened.extend({
  certifiedOn: calendarDate,
  /** When the notice was last found down too early: a new one cannot have been posted before (KL 13:5 2 st.). */
  noticeDownOn: calendarDate.optional(),
});
const posted = certified.extend({
  postedOn: calendarDate,
  lastAppealDay: calendarDate,
  finalOn: calendarDate,
  /** Where the notice was up, when it was keyed in afterwards. */
  evidence: z.string().optional(),
});

/** Minutes by status: open until certified (KL 5:69), then posted (KL 8:12) until the time for appeal is out (KL 13:5). */
export const minutes = z.discriminatedUnion('status', [
  opened.extend({ status: z.literal('Open') }),
  certified.extend({ status: z.literal('Certified') }),
  posted.extend({ status: z.literal('Posted') }),
  posted.extend({ status: z.literal('WindowPassed') }),
  posted.extend({ status: z.literal('Confirmed') }),
]);
export type Minutes = z.infer<typeof minutes>;
/** Where minutes stand. */
export type MinutesStatus = Minutes['status'];

/** The Swedish word for each status of the minutes. */
export const minutesStatusName: Readonly<Record<MinutesStatus, string>> = {
  Open: 'ej justerat',
  Certified: 'justerat, inte anslaget',
  Posted: 'anslaget, överklagandetid löper',
  WindowPassed: 'överklagandetiden har gått ut',
  Confirmed: 'laga kraft bekräftad',
};

/** Whether the minutes may still be changed: nobody has signed them (KL 5:69). */
export const isOpen = (record: Minutes): boolean => record.status === 'Open' && record.signedBy.length === 0;

/** Whether two appeals of a case are of one decision; what was noted without its paragraph is of any. */
export const isOfSameDecision = (
  one: { readonly paragraph?: string | undefined },
  other: { readonly paragraph?: string | undefined },
): boolean => (one.paragraph ?? other.paragraph) === (other.paragraph ?? one.paragraph);

/** The id of the minutes of a body's meeting on a day: there is one. */
export const minutesIdOf = (body: Minutes['body'], meetingDate: string): string => `${body}-${meetingDate}`;

/** Thrown when events of minutes do not follow on each other: the log is damaged. */
export class BrokenMinutes extends Error {
  override readonly name = 'BrokenMinutes';
}

const expect = <S extends MinutesStatus>(
  record: Minutes | undefined,
  event: MinutesEvent,
  ...wanted: S[]
): Extract<Minutes, { status: S }> => {
  if (record !== undefined && hasStatus(record, wanted)) return record;
  throw new BrokenMinutes(`${event.type} cannot follow minutes ${record?.status ?? 'none'}`);
};

const hasStatus = <S extends MinutesStatus>(
  record: Minutes,
  wanted: readonly S[],
): record is Extract<Minutes, { status: S }> => wanted.some((each) => each === record.status);

/**
 * Applies one event to minutes.
 * @throws BrokenMinutes when it cannot follow them.
 */
export const evolveMinutes = (
  before: Minutes | undefined,
  event: MinutesEvent,
  place: { minutesId: string; version: number },
): Minutes => minutes.parse({ ...next(before, event, place.minutesId), version: place.version });

/** Rebuilds minutes from their events, oldest first. */
export const foldMinutes = (minutesId: string, events: readonly MinutesEvent[]): Minutes | undefined =>
  events.reduce<Minutes | undefined>(
    (record, event, index) => evolveMinutes(record, event, { minutesId, version: index + 1 }),
    undefined,
  );

/** One who signs after all has nothing against the minutes any more. */
const signed = (record: Minutes, certifier: string) => ({
  ...record,
  signedBy: [...record.signedBy, certifier],
  contests: record.contests?.filter((each) => each.certifier !== certifier),
});

const next = (before: Minutes | undefined, event: MinutesEvent, minutesId: string) => {
  switch (event.type) {
    case 'MinutesOpened': {
      const { type: _, ...facts } = event;
      return { ...facts, status: 'Open', minutesId, signedBy: [], rungClocks: [], appeals: [] };
    }
    case 'MinutesSigned': {
      const record = expect(before, event, 'Open');
      return signed(record, event.certifier);
    }
    case 'MinutesContested': {
      const { type: _, ...contest } = event;
      const record = expect(before, event, 'Open');
      return { ...record, contests: [...(record.contests ?? []), contest] };
    }
    case 'MinutesCertified': {
      const record = expect(before, event, 'Open');
      const { certifier, certifiedOn, contested: note } = event;
      const stated =
        note === undefined
          ? signed(record, certifier)
          : {
              ...record,
              contests: [...(record.contests ?? []), { certifier, contestedOn: certifiedOn, note }],
            };
      return { ...stated, status: 'Certified', certifiedOn };
    }
    case 'CertifierReplaced': {
      const record = expect(before, event, 'Open');
      const { certifier, replacement } = event;
      return {
        ...record,
        certifiers: record.certifiers.map((each) => (each === certifier ? replacement : each)),
      };
    }
    case 'NoticePosted': {
      const { type: _, ...notice } = event;
      return { ...expect(before, event, 'Certified'), ...notice, status: 'Posted' };
    }
    case 'NoticeFoundDown':
      return {
        ...expect(before, event, 'Posted', 'WindowPassed', 'Confirmed'),
        status: 'Certified',
        ...(event.wrongDay === true ? {} : { noticeDownOn: event.foundDownOn }),
        // It is to be posted again, and watched again.
        rungClocks: [],
      };
    case 'AppealWindowPassed':
      return { ...expect(before, event, 'Posted'), status: 'WindowPassed' };
    case 'NoAppealConfirmed':
      return { ...expect(before, event, 'WindowPassed'), status: 'Confirmed' };
    case 'AppealRecorded': {
      const { type: _, open: __, meetingDate: ___, ...appeal } = event;
      const record = expect(before, event, 'Certified', 'Posted', 'WindowPassed', 'Confirmed');
      return { ...record, appeals: [...record.appeals, appeal] };
    }
    case 'AppealClosed': {
      const record = expect(before, event, 'Certified', 'Posted', 'WindowPassed', 'Confirmed');
      const closed = { closedOn: event.closedOn, outcome: event.outcome };
      // What the court annuls is gone for every appellant.
      const isClosed = (each: Minutes['appeals'][number]) =>
        each.caseId === event.caseId &&
        each.closed === undefined &&
        (each.appealNo === event.appealNo ||
          (event.outcome.result === 'annulled' && isOfSameDecision(each, event)));
      return {
        ...record,
        appeals: record.appeals.map((each) => (isClosed(each) ? { ...each, closed } : each)),
      };
    }
    case 'ClockRang': {
      const record = expect(before, event, 'Open', 'Certified');
      return { ...record, rungClocks: [...record.rungClocks, event.clock] };
    }
  }
};
