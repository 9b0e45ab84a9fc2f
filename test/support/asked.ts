import {
  type Command,
  type PersonCommand,
  personCommand,
  type SystemCommand,
  systemCommand,
} from '../../domain/commands.ts';
import type { Role } from '../../domain/roles.ts';

/** An example of a command and the role that asks for it. */
export interface Asked<C extends Command = Command> {
  readonly command: C;
  /** The role whose row it is. */
  readonly actor: Role | 'system';
}

/** Texts that occur nowhere else, so that a leak into an event is found. */
export const text = {
  title: 'Titel-qvx om kollektivtrafik',
  body: 'Brödtext-qvx om bussarna.',
  clauses: ['att-qvx bussarna går oftare', 'att-qvx hållplatserna får tak'],
};
export const answer = {
  title: 'Svarstitel-qvx',
  sections: [{ heading: 'Bedömning-qvx', text: 'Svarstext-qvx' }],
};
export const board = { minutesId: 'board-2026-05-12', paragraph: '§ 88', present: 11 };
export const council = { minutesId: 'council-2026-06-16', paragraph: '§ 41' };
export const proposals = [
  { clause: 1, outcome: 'ANSWERED' as const },
  { clause: 2, outcome: 'REJECTED' as const },
];

/** What a person asks, as the door lets it in. */
export const person = <C extends PersonCommand>(actor: Role, command: C): Asked<C> => ({
  command: personCommand.parse(command) as C,
  actor,
});
/** What the clock, the minutes or the meeting asks. */
export const system = (command: SystemCommand): Asked<SystemCommand> => ({
  command: systemCommand.parse(command),
  actor: 'system',
});
