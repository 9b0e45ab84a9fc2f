import type { Child } from 'hono/jsx';
import type { z } from 'zod';
import type { Meeting, Notice } from '../../../domain/meeting.ts';
import { type Minutes, minutesStatusName } from '../../../domain/minutes.ts';
import type { meetingView } from '../meeting-contract.ts';
import type { PagesDesk } from './desk.ts';
import { weekdayOf } from './meetings-routes.ts';
import { memberNames } from './member-names.ts';

type View = z.infer<typeof meetingView>;
type Fact = readonly [label: string, value: Child | undefined];

const words: Readonly<Record<Notice, string>> = {
  missing: 'inte gjord',
  'in-time': 'i tid',
  'urgent-only': 'sen: bara brådskande ärenden kan tas upp (KL 5:14)',
  'too-late': 'för sen: ett ärende tas upp bara om alla närvarande vill (KL 5:52)',
};

const givenOn = (on: string | undefined, notice: Notice, by: string | undefined): string =>
  on === undefined
    ? by === undefined
      ? words.missing
      : `${words.missing}, senast ${by}`
    : `${on}, ${words[notice]}`;

/** What there is to know of a meeting, label by label. */
export const factsOf = async (
  desk: PagesDesk,
  meeting: Meeting,
  view: View,
  minutes: Minutes | undefined,
): Promise<readonly Fact[]> => {
  const { date, startsAt, place, papersBy, summonedOn, announcedOn, chair } = meeting;
  const names = await memberNames(desk, chair === undefined ? [] : [chair]);
  return [
    ['När', `${weekdayOf(date)} ${date}${startsAt === undefined ? '' : ` kl. ${startsAt}`}`],
    ['Plats', place],
    ['Handlingar senast', papersBy],
    ['Kallelse', givenOn(summonedOn, view.summons, view.council?.summonBy)],
    [
      'Kungörelse',
      view.council === undefined
        ? undefined
        : givenOn(announcedOn, view.council.announcement, view.council.announceBy),
    ],
    ['Ordförande', chair === undefined ? undefined : names.get(chair)],
    ['Protokoll', minutes === undefined ? 'inte öppnat' : minutesStatusName[minutes.status]],
  ];
};

const rules = { council: 'KL 5:45', board: 'KL 6:27' } as const;

/** Whether the body may decide, with how that is counted. */
export const quorumOf = ({ body }: Meeting, { quorum }: View) => {
  const { seats, needed, fewest, most } = quorum;
  const counted = `Mer än hälften av ${seats} ska vara närvarande, minst ${needed} (${rules[body]}).`;
  if (fewest === undefined || most === undefined) {
    return { sentence: `${counted} Närvaron är inte förd.`, isEnough: undefined };
  }
  const were = fewest === most ? `${fewest} tjänstgör` : `${fewest}–${most} tjänstgör`;
  return { sentence: `${were}. ${counted}`, isEnough: fewest >= needed };
};
