import type { Meeting } from '../../../domain/meeting.ts';
import type { Minutes } from '../../../domain/minutes.ts';
import type { Motion } from '../../../domain/motion.ts';
import { namedOn, type Organisation } from '../../../domain/organisation.ts';
import { titlesOf } from '../../casework/headings.ts';
import type { PagesDesk } from './desk.ts';

type Bodies = Pick<Organisation, 'name' | 'bodies' | 'formerly'>;

const withCapital = (text: string) => `${text.charAt(0).toLocaleUpperCase('sv')}${text.slice(1)}`;

/** A body as a heading begins with it. */
export const bodyNameOf = ({ bodies }: Bodies, body: Meeting['body']): string => withCapital(bodies[body]);

/** A meeting as people name it: Regionfullmäktige 2026-06-16. */
export const meetingNameOf = (organisation: Bodies, { body, date }: Pick<Meeting, 'body' | 'date'>): string =>
  `${bodyNameOf(namedOn(organisation, date), body)} ${date}`;

/** Minutes as people name them. */
export const minutesNameOf = (organisation: Bodies, { body, meetingDate }: Minutes): string =>
  `Protokoll för ${namedOn(organisation, meetingDate).bodies[body]} ${meetingDate}`;

/** A case in a list, as people name it. */
export interface NamedCase {
  readonly caseId: string;
  readonly title: string;
  readonly number: string | undefined;
  readonly motion: Motion;
}

/** Cases by id with their names, in the order given; those that are not found are left out. */
export const namedCases = async (desk: PagesDesk, caseIds: readonly string[]): Promise<NamedCase[]> => {
  const motions = await desk.cases.motions(caseIds);
  const titles = await titlesOf(desk, [...motions.values()]);
  return caseIds.flatMap((caseId) => {
    const motion = motions.get(caseId);
    if (motion === undefined) return [];
    const number = 'registrationNumber' in motion ? motion.registrationNumber : undefined;
    return [{ caseId, title: titles.get(caseId) ?? 'Utan titel', number, motion }];
  });
};

/** A case in one line. */
export const caseLine = ({ number, title }: Pick<NamedCase, 'number' | 'title'>): string =>
  [number, title].filter(Boolean).join(' ');
