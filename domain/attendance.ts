import type { Meeting, MeetingBody } from './meeting.ts';
import type { AttendanceEntry } from './meeting-events.ts';

/** Who is there when one matter is taken up. */
export interface Attendance {
  /** Members and substitutes who serve and may take part in the matter. */
  readonly present: readonly string[];
  /** Those of the meeting who may not, because they are disqualified. */
  readonly disqualified: readonly string[];
  /** The member in the chair, if present and not disqualified: his or hers is the casting vote (KL 5:56). */
  readonly chair?: string | undefined;
}

/** The number in a paragraph of the minutes: `§ 41` is 41. */
export const paragraphNumber = (paragraph: string): number | undefined => {
  const digits = /\d+/.exec(paragraph)?.[0];
  return digits === undefined ? undefined : Number(digits);
};

type Span = Pick<AttendanceEntry, 'fromParagraph' | 'toParagraph'>;

/** The first and last paragraph at which somebody serves. */
export const spanOf = ({ fromParagraph = 1, toParagraph = Number.POSITIVE_INFINITY }: Span) => ({
  first: fromParagraph,
  last: toParagraph,
});

/** Whether two serve at some paragraph at once. */
export const overlap = (one: Span, other: Span): boolean => {
  const [a, b] = [spanOf(one), spanOf(other)];
  return a.first <= b.last && b.first <= a.last;
};

const isThroughout = ({ fromParagraph, toParagraph }: Span) =>
  fromParagraph === undefined && toParagraph === undefined;

/** A paragraph without a number can only be placed by those who serve from beginning to end. */
const servesAt = (entry: Span, paragraph: number | undefined): boolean => {
  if (paragraph === undefined) return isThroughout(entry);
  const { first, last } = spanOf(entry);
  return first <= paragraph && paragraph <= last;
};

/** Somebody who leaves the room for one matter is there at the matter before it or after it. */
const isNear = (entry: Span, paragraph: number | undefined): boolean =>
  paragraph === undefined || [-1, 0, 1].some((step) => servesAt(entry, paragraph + step));

/**
 * Who serves when a matter is taken up (KL 5:66), and who of them is disqualified in it (KL 5:47, 6:28–32), whether
 * the list shows them in the room or as having left it for the matter. One whose place a substitute has taken is
 * neither: the seat is filled.
 * @returns undefined when no attendance is kept
 */
export const attendanceAt = (
  { attendance, disqualifications, chair }: Pick<Meeting, 'attendance' | 'disqualifications' | 'chair'>,
  at: { readonly paragraph: string; readonly caseId: string },
): Attendance | undefined => {
  if (attendance === undefined) return undefined;
  const paragraph = paragraphNumber(at.paragraph);
  const serving = attendance.filter((entry) => servesAt(entry, paragraph));
  const declared = new Set(
    disqualifications.filter(({ caseId }) => caseId === at.caseId).map(({ memberId }) => memberId),
  );
  const isReplaced = (memberId: string) => serving.some((entry) => entry.servingFor === memberId);
  const disqualified = attendance.filter(
    (entry) => declared.has(entry.memberId) && isNear(entry, paragraph) && !isReplaced(entry.memberId),
  );
  const present = [
    ...new Set(serving.map(({ memberId }) => memberId).filter((memberId) => !declared.has(memberId))),
  ];
  return {
    present,
    disqualified: [...new Set(disqualified.map(({ memberId }) => memberId))],
    chair: chair !== undefined && present.includes(chair) ? chair : undefined,
  };
};

/** How many of a body must be present: more than half of its seats (KL 5:45, 6:27). */
export const quorumOf = (seats: number): number => Math.floor(seats / 2) + 1;

/**
 * Whether the body may decide in the matter. The council may, though its number falls short because of
 * disqualification (KL 5:46), so the disqualified count. The disqualified of the board leave the room (KL 6:28–32) and do not.
 */
export const isQuorate = (
  body: MeetingBody,
  seats: number,
  { present, disqualified }: Pick<Attendance, 'present' | 'disqualified'>,
): boolean => present.length + (body === 'council' ? disqualified.length : 0) >= quorumOf(seats);

/** The numbers of those who serve, at the paragraph where they are fewest and where they are most. */
export const servingCounts = (attendance: readonly AttendanceEntry[]): { fewest: number; most: number } => {
  const turns = new Set([1]);
  for (const { first, last } of attendance.map(spanOf)) {
    turns.add(first);
    if (last !== Number.POSITIVE_INFINITY) turns.add(last + 1);
  }
  const counts = [...turns].map((turn) => attendance.filter((entry) => servesAt(entry, turn)).length);
  return { fewest: Math.min(...counts), most: Math.max(...counts) };
};
