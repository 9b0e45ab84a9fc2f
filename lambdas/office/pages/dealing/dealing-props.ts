import { quorumOf } from '../../../../domain/attendance.ts';
import { theBoard } from '../../../../domain/claims.ts';
import { isIn } from '../../../../domain/motion.ts';
import { pendingSince } from '../../../../domain/withdrawn-on.ts';
import { type Filled, firstOf } from '../../../../web/forms/field.ts';
import type { DealingPageProps } from '../../../../web/office/dealing-props.ts';
import { formOf } from '../commands/all-forms.ts';
import { openMinutesChoices } from '../commands/meeting-fields.ts';
import type { PagesDesk } from '../desk.ts';
import { byParty } from '../member-names.ts';
import { outcomeChoices } from '../outcome-choices.ts';
import { attendancePath, casePath, meetingPath, meetingsPath } from '../paths.ts';
import { caseLine, meetingNameOf } from '../record-names.ts';
import { clauseLabel, minorityOf, presenceSentence } from './dealing-words.ts';
import type { Dealing, Matter } from './matter.ts';
import { rowsIn } from './read-dealing.ts';

const tabLabels: Readonly<Record<Dealing, string>> = {
  propose: 'Förslag till fullmäktige',
  'postpone-in-board': 'Bordläggning',
  'refer-back-in-board': 'Återremiss',
  decide: 'Beslut',
  'postpone-in-council': 'Bordläggning',
  'refer-back-in-council': 'Återremiss',
  'decide-at-once': 'Beslut',
};

/** Where a matter is dealt with: on its meeting's page where the meeting is kept. */
export const dealingPath = ({ motion, meeting }: Pick<Matter, 'motion' | 'meeting'>): string =>
  meeting === undefined || motion.status === 'Registered'
    ? `${casePath(motion.caseId)}/behandla`
    : `${meetingPath(meeting.meetingId)}/arende/${motion.caseId}`;

/** Where one goes when it is done, or not to be done. */
export const homeOf = ({ motion, meeting }: Matter): string =>
  meeting === undefined || motion.status === 'Registered'
    ? casePath(motion.caseId)
    : meetingPath(meeting.meetingId);

const isDeferral = (act: Dealing) => act.startsWith('postpone') || act.startsWith('refer-back');

/** How many rows each part shows: those that were filled in, and those that were asked for. */
const rowsOf = (filled: Filled): DealingPageProps['rows'] => {
  const more = firstOf(filled, 'fler');
  const count = (prefix: string, least: number) =>
    Math.max(least, rowsIn(filled, prefix)) + (more === prefix ? 1 : 0);
  // One more than what is claimed: the next is keyed without asking for a row.
  const claimed = Object.entries(filled).flatMap(([name, [kind = '']]) =>
    kind !== '' && /^y\.\d+\.kind$/.test(name) ? [Number(name.split('.')[1])] : [],
  );
  return {
    claims: count('y', Math.max(0, ...claimed) + 1),
    propositions: Array.from({ length: count('p', 1) }, (_, index) => ({
      rounds: count(`p.${index + 1}.r`, 1),
    })),
    reservations: count('r', 0),
    remarks: count('s', 0),
    points: count('b', 0),
  };
};

const moversOf = ({ people, body }: Matter) => [
  { value: theBoard, label: body === 'council' ? 'styrelsens förslag' : 'förslaget som ligger före' },
  ...people.map(({ memberId, name, party }) => ({ value: memberId, label: `${name} (${party})` })),
];

const formParts = (desk: PagesDesk, matter: Matter, filled: Filled) => {
  const { clauses, text, people, body, isJoint } = matter;
  const { minutes } = desk.organisation;
  return {
    filled,
    body,
    clauses: clauses.map((clause) => ({
      ref: String(clause),
      label: clauseLabel(clause),
      words: clause === 'whole' ? undefined : text?.clauses[clause - 1],
    })),
    movers: moversOf(matter),
    parties: byParty(people),
    rows: rowsOf(filled),
    remarkKinds: [
      ...(minutes.separateStatements ? [{ value: 'separate', label: 'särskilt yttrande' }] : []),
      ...(minutes.minuteNotes ? [{ value: 'note', label: 'protokollsanteckning' }] : []),
    ],
    outcomeChoices,
    otherCauses: isJoint
      ? [{ value: 'another-motion', label: 'ett annat ärende i den gemensamma beredningen' }]
      : [],
  };
};

const trailOf = ({ organisation }: PagesDesk, { meeting, motion }: Matter): DealingPageProps['trail'] =>
  meeting === undefined || motion.status === 'Registered'
    ? [['Ärendet', casePath(motion.caseId)]]
    : [
        ['Sammanträden', meetingsPath],
        [meetingNameOf(organisation, meeting), meetingPath(meeting.meetingId)],
      ];

/** Minutes must be open for anything to be entered in them (KL 5:69). */
const withoutMinutes = ({ minutes, meeting, motion }: Matter): DealingPageProps['withoutMinutes'] =>
  minutes !== undefined || motion.status === 'Registered'
    ? undefined
    : {
        sentence: 'Det som beslutas förs in i ett öppet protokoll (KL 5:65, 5:69).',
        href: meeting === undefined ? undefined : `${meetingPath(meeting.meetingId)}/protokoll`,
      };

/** One cannot be in two minds: what the council did before the withdrawal, or the withdrawal. */
const withdrawnSince = ({ record, motion }: Matter): string | undefined =>
  record.status === 'WithdrawalPending' && motion.status === 'CouncilAgenda'
    ? `Motionen återtogs ${pendingSince(record)}. För in här vad fullmäktige gjorde innan dess. Hade fullmäktige inte tagit upp den, för in att återtagandet är anmält.`
    : undefined;

/** Everything the page shows, but for what it is given. */
export const dealingProps = async (
  desk: PagesDesk,
  matter: Matter,
  filled: Filled,
): Promise<Omit<DealingPageProps, 'chrome' | 'faults' | 'commandId' | 'version' | 'reckoning'>> => {
  const { motion, act, acts, text, meeting, attendance, body, people } = matter;
  const form = formOf(act);
  const seats = desk.organisation.seats[body];
  const isKept = meeting?.attendance !== undefined;
  const typed = Number(firstOf(filled, 'present'));
  const present = isKept ? (attendance?.present.length ?? people.length) : typed || undefined;
  const number = 'registrationNumber' in motion ? motion.registrationNumber : undefined;
  return {
    ...formParts(desk, matter, filled),
    trail: trailOf(desk, matter),
    title: form?.label ?? tabLabels[act],
    matter: caseLine({ number, title: text?.title ?? 'Utan titel' }),
    lead: [form?.lead, withdrawnSince(matter)].filter(Boolean).join(' '),
    acts: acts.map((each) => ({
      href: `${dealingPath(matter)}?akt=${each}`,
      label: tabLabels[each],
      isPresent: each === act,
    })),
    isDeferral: isDeferral(act),
    needsReason: act.startsWith('refer-back'),
    needsAgreeing: act === 'decide' || act === 'decide-at-once',
    withoutMinutes: withoutMinutes(matter),
    minutesChoices: isIn(motion, ['Registered']) ? await openMinutesChoices({ desk }, 'council') : undefined,
    presence: {
      isKept,
      sentence: presenceSentence(matter, seats, quorumOf(seats)),
      nobodyYet:
        isKept || people.length > 0 || meeting === undefined ? undefined : attendancePath(meeting.meetingId),
    },
    minority: minorityOf(matter, present),
    submit: form?.label ?? tabLabels[act],
    home: homeOf(matter),
  };
};
