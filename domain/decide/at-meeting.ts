import { type Attendance, attendanceAt, isQuorate, quorumOf } from '../attendance.ts';
import type { Context } from '../context.ts';
import type { MinutesPlace } from '../events.ts';
import type { Minutes } from '../minutes.ts';
import { closedRefusal } from '../minutes-closed.ts';
import type { MotionIn } from '../motion.ts';
import type { Organisation } from '../organisation.ts';
import { type Refusal, refuse } from '../refusal.ts';

type Body = Minutes['body'];

/** When a matter on an agenda may be dealt with: at that meeting. */
export const onAgendaFor = (record: MotionIn<'BoardAgenda' | 'CouncilAgenda'>) => ({
  meetingDate: record.meetingDate,
  notBefore: record.receivedOn,
});

/**
 * Where in the minutes an act stands. The minutes must be those of the body and day the matter was on the agenda
 * for, not certified yet (KL 5:65–66, 5:69), and of no meeting before the matter arose.
 */
export const minutesPlaceOf = (
  command: { readonly minutesId: string; readonly paragraph: string },
  body: Body,
  when: { readonly meetingDate?: string; readonly notBefore: string; readonly rule?: string },
  { minutes }: Context,
): MinutesPlace | Refusal => {
  if (minutes === undefined || minutes.minutesId !== command.minutesId) return refuse('minutes_unknown');
  if (minutes.body !== body) return refuse('minutes_of_other_meeting');
  if (when.meetingDate !== undefined && minutes.meetingDate !== when.meetingDate) {
    return refuse('minutes_of_other_meeting');
  }
  if (minutes.meetingDate < when.notBefore) {
    return refuse('date_out_of_order', {
      rule: when.rule ?? 'KL 5:22 p. 2',
      detail: `Det som ska behandlas fanns inte före ${when.notBefore}.`,
    });
  }
  // What a certifier has signed is not added to.
  const closed = closedRefusal(minutes);
  if (closed !== undefined) return closed;
  return {
    minutesId: minutes.minutesId,
    paragraph: command.paragraph,
    meetingDate: minutes.meetingDate,
  };
};

/** Who was there when the matter was taken up: by name where the product keeps the attendance, else as typed. */
export interface Presence {
  readonly present: number;
  readonly attendance?: Attendance | undefined;
}

const quorumRule = { council: 'KL 5:45–46', board: 'KL 6:27' } as const;
const bodyName = { council: 'Fullmäktige', board: 'Styrelsen' } as const;

/** A number does not say who was disqualified; kept attendance does, and then the council is quorate (KL 5:46). */
const disqualifiedCount =
  ' Är det jäv som gör dem för få, för in sammanträdets närvaro med dem som är jäviga: då räknas de med (KL 5:46).';

/**
 * Who was present at a paragraph, and that they were enough: more than half of the members (KL 5:45, 6:27). Where the
 * attendance of the meeting is kept it rules, and a number that says otherwise is refused.
 */
export const presenceAt = (
  body: Body,
  at: { readonly paragraph: string; readonly present?: number | undefined },
  {
    caseId,
    meeting,
    organisation,
  }: Pick<Context, 'caseId' | 'meeting'> & {
    readonly organisation: Pick<Organisation, 'seats'>;
  },
): Presence | Refusal => {
  const attendance =
    meeting === undefined ? undefined : attendanceAt(meeting, { paragraph: at.paragraph, caseId });
  const rule = quorumRule[body];
  const present = attendance?.present.length ?? at.present;
  if (present === undefined) return refuse('attendance_missing', { rule });
  if (at.present !== undefined && at.present !== present) {
    return refuse('attendance_differs', { detail: `Enligt närvarolistan är ${present} närvarande.` });
  }
  const seats = organisation.seats[body];
  const isEnough =
    attendance === undefined
      ? present >= quorumOf(seats) && present <= seats
      : isQuorate(body, seats, attendance);
  return isEnough
    ? { present, attendance }
    : refuse('no_quorum', {
        rule,
        detail:
          `${bodyName[body]} har ${seats} ledamöter: minst ${quorumOf(seats)} och högst ${seats} ska vara närvarande, här är det ${present}.` +
          (body === 'council' && attendance === undefined && present < seats ? disqualifiedCount : ''),
      });
};
