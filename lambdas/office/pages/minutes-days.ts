import { addDays, type CalendarDate } from '../../../domain/calendar-date.ts';
import { appealWindow, certifyBy, postBy } from '../../../domain/deadlines.ts';
import { publicHolidays } from '../../../domain/holidays.ts';
import type { Minutes } from '../../../domain/minutes.ts';
import type { AppealResult } from '../../../domain/minutes-events.ts';
import type { MinutesPageProps } from '../../../web/office/minutes-page.tsx';
import { weekdayOf } from './meetings-routes.ts';

/** How an appeal ended, in words. */
export const appealResultName: Readonly<Record<AppealResult['result'], string>> = {
  upheld: 'beslutet stod sig',
  dismissed: 'avvisades',
  withdrawn: 'togs tillbaka',
  annulled: 'beslutet upphävdes',
};

/** What a day is called where it is no working day (lag (1930:173) 2 §). */
const dayOff = (day: CalendarDate): string => {
  const holiday = publicHolidays(Number(day.slice(0, 4))).find(({ date }) => date === day);
  const eves: Readonly<Record<string, string>> = { '12-24': 'julafton', '12-31': 'nyårsafton' };
  return holiday?.name ?? eves[day.slice(5)] ?? weekdayOf(day);
};

/** How a limit was counted, and why it moved: the days that were stepped over. */
const countedTo = (from: CalendarDate, days: number, to: CalendarDate, what: string): string => {
  const plain = addDays(from, days);
  const counted = `${from} + ${days} dagar = ${plain}${what === '' ? '' : ` (${what})`}`;
  if (plain === to) return `${counted}, en ${weekdayOf(plain)}.`;
  const over: string[] = [];
  for (let day = plain; day < to; day = addDays(day, 1)) over.push(`${day} är ${dayOff(day)}`);
  return `${counted}. Flyttas till nästa vardag, ${weekdayOf(to)} ${to}: ${over.join(', ')} (lag 1930:173 2 §).`;
};

/** The days of minutes, each with how it is counted. */
export const daysOf = (minutes: Minutes): MinutesPageProps['days'] => {
  const { meetingDate } = minutes;
  const certify = certifyBy(meetingDate);
  const days = [
    { what: 'Justeras senast', on: certify, because: countedTo(meetingDate, 14, certify, 'KL 5:69') },
  ];
  if (!('certifiedOn' in minutes)) return days;
  const post = postBy(minutes.certifiedOn);
  days.push({ what: 'Anslås senast', on: post, because: countedTo(minutes.certifiedOn, 2, post, 'KL 8:12') });
  if (!('postedOn' in minutes)) return days;
  const { postedOn, lastAppealDay, finalOn } = minutes;
  const { noticeDownEarliest } = appealWindow(postedOn);
  days.push(
    {
      what: 'Sista dag att överklaga',
      on: lastAppealDay,
      because: countedTo(postedOn, 21, lastAppealDay, 'tre veckor, KL 13:5'),
    },
    {
      what: 'Anslaget får tas ned tidigast',
      on: noticeDownEarliest,
      because: 'Dagen efter: anslaget ska sitta uppe hela den sista dagen (KL 8:12, 13:5).',
    },
    {
      what: 'Laga kraft, om ingen överklagar',
      on: finalOn,
      because: 'Dagen efter den sista dagen. Registratorn bekräftar att inget har kommit in.',
    },
  );
  return days;
};

/** The next day that matters, and whether it is one to keep. */
export const nextDayOf = (minutes: Minutes) => {
  switch (minutes.status) {
    case 'Open':
      return { what: 'justeras senast', on: certifyBy(minutes.meetingDate), isDeadline: true };
    case 'Certified':
      return { what: 'anslås senast', on: postBy(minutes.certifiedOn), isDeadline: true };
    case 'Posted':
      return { what: 'sista överklagandedag', on: minutes.lastAppealDay, isDeadline: false };
    case 'WindowPassed':
      return { what: 'laga kraft att bekräfta sedan', on: minutes.finalOn, isDeadline: false };
    case 'Confirmed':
      return undefined;
  }
};
