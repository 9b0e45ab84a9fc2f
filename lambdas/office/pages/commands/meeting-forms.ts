import type { CalendarDate } from '../../../../domain/calendar-date.ts';
import type { Meeting } from '../../../../domain/meeting.ts';
import type { MeetingPersonCommand } from '../../../../domain/meeting-commands.ts';
import type { Field } from '../../../../web/forms/field.ts';
import type { RecordForm } from './command-form.ts';

/** What a form about a meeting can build on. */
export interface MeetingFacts {
  readonly meeting: Meeting;
  readonly today: CalendarDate;
}

/** What the summons says besides the day (KL 5:13, 5:15), and the day for papers. */
export const particularFields: readonly Field[] = [
  { kind: 'time', name: 'startsAt', label: 'Börjar', isOptional: true },
  { kind: 'text', name: 'place', label: 'Plats', isOptional: true },
  {
    kind: 'date',
    name: 'papersBy',
    label: 'Sista dag för handlingar',
    hint: 'Sätts ett ärende upp senare än så frågar vi en gång till.',
    isOptional: true,
  },
];

/** What the secretary of a body does with a meeting; its attendance has a page of its own. */
export const meetingForms: readonly RecordForm<MeetingPersonCommand['type'], MeetingFacts>[] = [
  {
    type: 'summon',
    label: 'Anteckna kallelsen',
    done: 'Kallelsen är antecknad.',
    lead: 'Kallelsen ska ha gått ut innan ärenden sätts upp på dagordningen. Till fullmäktige går den till varje ledamot och ersättare minst en vecka före (KL 5:15).',
    fields: () => [{ kind: 'date', name: 'summonedOn', label: 'Kallelsen gick ut' }],
    initial: ({ today }) => ({ summonedOn: [today] }),
  },
  {
    type: 'announce',
    label: 'Anteckna kungörelsen',
    done: 'Kungörelsen är antecknad.',
    lead: 'Fullmäktiges sammanträde ska kungöras på anslagstavlan minst en vecka före (KL 5:13).',
    fields: () => [{ kind: 'date', name: 'announcedOn', label: 'Kungörelsen anslogs' }],
    initial: ({ today }) => ({ announcedOn: [today] }),
  },
  {
    type: 'change-meeting',
    label: 'Ändra tid och plats',
    done: 'Sammanträdets uppgifter är ändrade.',
    fields: () => particularFields,
    initial: ({ meeting: { startsAt, place, papersBy } }) => ({
      startsAt: [startsAt ?? ''],
      place: [place ?? ''],
      papersBy: [papersBy ?? ''],
    }),
  },
  {
    type: 'move-meeting',
    label: 'Flytta sammanträdet',
    done: 'Sammanträdet är flyttat.',
    lead: 'Ärendena följer med. Kallelsen och kungörelsen gällde den gamla dagen och behöver göras om (KL 5:13, 5:15).',
    isRisky: true,
    fields: () => [{ kind: 'date', name: 'to', label: 'Ny dag' }],
  },
  {
    type: 'cancel-meeting',
    label: 'Ställ in sammanträdet',
    done: 'Sammanträdet är inställt.',
    lead: 'Ärendena på dagordningen går tillbaka och väntar på ett annat sammanträde.',
    isRisky: true,
    fields: () => [{ kind: 'text', name: 'reason', label: 'Skäl', isOptional: true }],
  },
  {
    type: 'end-meeting',
    label: 'Avsluta sammanträdet',
    done: 'Sammanträdet är avslutat.',
    lead: 'För först in det som beslutades. Ärenden som fortfarande står på dagordningen räknas som inte behandlade och går tillbaka.',
    isRisky: true,
  },
];
