import { z } from 'zod';

/** The roles a person can be given, by an administrator and from date to date (architecture §9). */
export const role = z.enum([
  'member',
  'group-secretary',
  'registrar',
  'official',
  'manager',
  'director',
  'board-secretary',
  'council-secretary',
  'certifier',
  'archivist',
  'auditor',
  'administrator',
]);
export type Role = z.infer<typeof role>;

/** Whether a word is the identifier of a role. */
export const isRole = (word: string): word is Role => role.safeParse(word).success;

/** The Swedish word for each role, as a clerk says it; used in every "det här kan göras av …". */
export const roleName: Readonly<Record<Role | 'system', string>> = {
  member: 'ledamot',
  'group-secretary': 'gruppsekreterare',
  registrar: 'registrator',
  official: 'handläggare',
  manager: 'chef',
  director: 'direktör',
  'board-secretary': 'styrelsens sekreterare',
  'council-secretary': 'fullmäktiges sekreterare',
  certifier: 'justerare',
  archivist: 'arkivarie',
  auditor: 'revisor',
  administrator: 'administratör',
  system: 'systemet',
};

/**
 * Who asks. `system` is the clock: it may pass time-driven states, never take a decision (KL 6:37–38).
 * Roles are those in force on the day of the act.
 */
export interface Actor {
  readonly personId: string;
  readonly roles: readonly (Role | 'system')[];
  /** Set when the person is an elected representative in the member register. */
  readonly memberId?: string | undefined;
  /** The party group whose private drafts the person works with. */
  readonly partyGroup?: string | undefined;
}

/** The clock as an actor. */
export const systemActor: Actor = { personId: 'system', roles: ['system'] };
