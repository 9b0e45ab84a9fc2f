import type { z } from 'zod';
import type { PersonCommand } from '../../domain/commands.ts';
import type { MeetingPersonCommand } from '../../domain/meeting-commands.ts';
import type { MinutesPersonCommand } from '../../domain/minutes-commands.ts';
import { type HttpAnswer, type OfficePerson, signIn } from '../client/office-client.ts';

/** Where a running product answers. */
export interface Addresses {
  readonly siteUrl: string;
  readonly issuer: string;
  readonly lettersEndpoint: string;
}

/** Who does what in the demo region, and the clock they live by. */
export interface Town {
  /** Moves the clock; what is due then is done before this returns. */
  on(day: string): Promise<void>;
  person(subject: string): Promise<OfficePerson>;
  /** Lets somebody act and expects a yes. @throws Error with the problem otherwise */
  act(subject: string, caseId: string, command: PersonCommand): Promise<void>;
  actOnMinutes(subject: string, minutesId: string, command: MinutesPersonCommand): Promise<void>;
  actOnMeeting(subject: string, meetingId: string, command: MeetingPersonCommand): Promise<void>;
}

/** The people of the demo region by what they do (local/demo-people.ts). */
export const roleHolders = {
  registrar: 'sigrid.hallman',
  councilSecretary: 'gustav.wennerlund',
  boardSecretary: 'elin.tornros',
  officer: 'lilian.ivarsson.sporrong',
  otherOfficer: 'nils.akerhjelm',
  manager: 'birgitta.sandelius',
  director: 'rickard.simonsson',
  certifiers: ['karin.stalberg', 'oskar.friden'],
  archivist: 'ingela.norrby',
} as const;

const isYes = ({ status }: HttpAnswer) => status >= 200 && status < 300;

/** The body of a yes. @throws Error that quotes the problem */
export const yes = <S extends z.ZodType>(answer: HttpAnswer, schema: S): z.output<S> => {
  if (!isYes(answer)) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return schema.parse(answer.body);
};

/** Opens the doors of a running product to the people of the demo region. */
export const makeTown = (addresses: Addresses): Town => {
  const known = new Map<string, Promise<OfficePerson>>();
  const person = (subject: string) => {
    const found = known.get(subject) ?? signIn(addresses, subject);
    known.set(subject, found);
    return found;
  };
  const expectYes = (answer: HttpAnswer, what: string) => {
    if (!isYes(answer)) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
  };
  return {
    person,
    on: async (day) => {
      const moved = await fetch(`${addresses.siteUrl}/local/clock`, {
        method: 'POST',
        body: JSON.stringify({ today: day }),
      });
      if (!moved.ok) throw new Error(`the clock cannot be moved to ${day}`);
    },
    act: async (subject, caseId, command) =>
      expectYes(await (await person(subject)).act(caseId, command), `${subject} ${command.type}`),
    actOnMinutes: async (subject, minutesId, command) =>
      expectYes(await (await person(subject)).actOnMinutes(minutesId, command), `${subject} ${command.type}`),
    actOnMeeting: async (subject, meetingId, command) =>
      expectYes(await (await person(subject)).actOnMeeting(meetingId, command), `${subject} ${command.type}`),
  };
};
