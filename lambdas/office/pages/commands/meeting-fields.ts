import { addDays, addYears } from '../../../../domain/calendar-date.ts';
import type { PersonCommand } from '../../../../domain/commands.ts';
import type { MeetingBody } from '../../../../domain/meeting.ts';
import { isOpen, minutesIdOf } from '../../../../domain/minutes.ts';
import { agendaDayOf } from '../../../../domain/motion.ts';
import type { Choice, Field, Filled } from '../../../../web/forms/field.ts';
import { casePath } from '../paths.ts';
import type { FormFacts } from './command-form.ts';

/** A meeting that has been ended takes its matters back for so long (KL 5:69): its minutes can still be written. */
const daysBack = 30;

/** The meetings of a body at which a matter can be placed, the next first. */
export const meetingField = async (
  { desk, today }: Pick<FormFacts, 'desk' | 'today'>,
  body: MeetingBody,
): Promise<Field> => {
  const all = await desk.meetings.calendar(addDays(today, -daysBack), addYears(today, 2));
  const choices = all
    .filter((each) => each.body === body && each.status !== 'Cancelled')
    .map(({ meetingId, date, summonedOn }) => ({
      value: meetingId,
      label:
        summonedOn === undefined ? `${date} (kallelsen är inte utsänd)` : `${date} (kallelse ${summonedOn})`,
    }));
  return {
    kind: 'select',
    name: 'meetingId',
    label: 'Sammanträde',
    hint: choices.length === 0 ? 'Inga sammanträden är inlagda. Lägg in dem under Sammanträden.' : undefined,
    choices,
  };
};

/** Minutes nobody has signed: what is done now can stand in them. */
export const openMinutesChoices = async (
  { desk }: Pick<FormFacts, 'desk'>,
  body: MeetingBody,
): Promise<Choice[]> => {
  const { items } = await desk.minutes.list(body, { limit: 50 });
  return items
    .filter(isOpen)
    .map(({ minutesId, meetingDate }) => ({ value: minutesId, label: `Sammanträdet ${meetingDate}` }));
};

/** In which minutes an act stands, and where. */
export const minutesFields = async (
  facts: Pick<FormFacts, 'desk'>,
  body: MeetingBody,
): Promise<readonly Field[]> => {
  const choices = await openMinutesChoices(facts, body);
  return [
    {
      kind: 'select',
      name: 'minutesId',
      label: 'Protokoll',
      hint:
        choices.length === 0
          ? 'Inget protokoll är öppet. Öppna det på sammanträdets sida.'
          : 'Protokollet är öppet tills den första justeraren har skrivit under (KL 5:69).',
      choices,
    },
    { kind: 'text', name: 'paragraph', label: 'Paragraf', hint: 'Till exempel 41.', autocomplete: 'off' },
  ];
};

/** How many were there; left empty where the attendance of the meeting is kept. */
export const presentField: Field = {
  kind: 'number',
  name: 'present',
  label: 'Antal närvarande',
  hint: 'Lämnas tomt när närvaron är förd på sammanträdet.',
  isOptional: true,
};

/** All present may agree to take up what was not announced in time. */
export const agreeingField: Field = {
  kind: 'number',
  name: 'agreeing',
  label: 'Så många gick med på att ta upp det',
  hint: 'Bara om ärendet inte var kungjort i tid: då krävs alla närvarande (KL 5:52).',
  isOptional: true,
};

/** How a matter on no agenda came before the council (KL 5:13–14, 5:52). */
export const takenUpFields: readonly Field[] = [
  {
    kind: 'date',
    name: 'announcedOn',
    label: 'Ärendet kungjordes',
    hint: 'Med sammanträdet eller för sig, minst en vecka före (KL 5:13).',
    isOptional: true,
  },
  {
    kind: 'check',
    name: 'urgent',
    label: 'Det var brådskande: kungjort senast vardagen före, och ledamöterna underrättade (KL 5:14–15)',
  },
  agreeingField,
];

/** The minutes of the meeting whose agenda the motion is on, if it is on one. */
export const minutesOfAgenda = ({ motion }: FormFacts): Filled => {
  const day = agendaDayOf(motion);
  if (day === undefined) return {};
  return { minutesId: [minutesIdOf(motion.status === 'BoardAgenda' ? 'board' : 'council', day)] };
};

/** What is decided at a meeting has a page of its own, with how it was come to. */
export const dealingPage = (act: PersonCommand['type']) => (caseId: string) =>
  `${casePath(caseId)}/behandla?akt=${act}`;
