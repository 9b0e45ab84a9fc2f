import { type CalendarDate, daysBetween } from './calendar-date.ts';
import { announceUrgentBy } from './deadlines.ts';
import { announcementOf, type Meeting, type Notice, summonsOf } from './meeting.ts';

/** What follows of a council meeting that was summoned or announced late, with its rule. */
export interface LateNotice {
  readonly rule: string;
  readonly sentence: string;
}

/**
 * What a late summons or announcement means for what can be taken up (KL 5:13–15, 5:33, 5:52): an ordinary matter
 * cannot. It is said as soon as the week is gone, and it is the council that decides in the urgent ones.
 */
export const lateNotice = (record: Meeting, today: CalendarDate): LateNotice | undefined => {
  const announcement = announcementOf(record);
  if (announcement === undefined || record.status === 'Cancelled') return undefined;
  const isGone = daysBetween(today, record.date) < 7;
  const given = [announcement, summonsOf(record)].filter((notice) => notice !== 'missing' || isGone);
  const found = messageFor.find(({ notice }) => given.includes(notice));
  return found?.notice === 'urgent-only' && isDoubtful(record) ? onSaturdayOrEve : found?.message;
};

/** After the day that we plan for, and not after the statute's (KL 5:14): a Saturday, or the eve of a holiday. */
const isDoubtful = ({ announcedOn, summonedOn, date }: Meeting): boolean =>
  [announcedOn, summonedOn].some((day) => day !== undefined && day > announceUrgentBy(date));

const onSaturdayOrEve: LateNotice = {
  rule: 'KL 5:14–15; domain.md §7.1',
  sentence:
    'Kallelsen eller kungörelsen gick ut en lördag eller en helgdagsafton. Brådskande ärenden kan tas upp om dagen räknas som vardagen närmast före, vilket kan ifrågasättas. Med allas samtycke (5:52) är det säkert.',
};

const messageFor: readonly { readonly notice: Notice; readonly message: LateNotice }[] = [
  {
    notice: 'too-late',
    message: {
      rule: 'KL 5:14–15, 5:52',
      sentence:
        'Kallelsen eller kungörelsen gick ut senare än vardagen före sammanträdet. Ett ärende kan bara tas upp om alla närvarande går med på det.',
    },
  },
  {
    notice: 'missing',
    message: {
      rule: 'KL 5:13, 5:15',
      sentence:
        'Sammanträdet är inte både kallat till och kungjort, och veckan före har börjat. Bara brådskande ärenden kan tas upp (5:14, 5:52).',
    },
  },
  {
    notice: 'urgent-only',
    message: {
      rule: 'KL 5:13–15, 5:52',
      sentence:
        'Kallelsen eller kungörelsen gick ut mindre än en vecka före sammanträdet. Bara brådskande ärenden kan tas upp.',
    },
  },
];
