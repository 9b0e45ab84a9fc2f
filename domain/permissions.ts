import type { Command, CommandType } from './commands.ts';
import type { Context } from './context.ts';
import type { Motion } from './motion.ts';
import { named, type Refusal, refuse } from './refusal.ts';
import type { Actor } from './roles.ts';
import { statusName } from './status-names.ts';
import { type ApprovalStep, approverRoles } from './steps.ts';
import { type Permission, type Relation, type Transition, transitions } from './transitions.ts';

const relationName: Readonly<Record<Relation, string>> = {
  any: '',
  'author-group': ' i gruppen som skriver motionen',
  signatory: ' som har undertecknat motionen',
  officer: ' som är tilldelad ärendet',
  approver: ' som står på tur att godkänna',
};

const describe = (permission: Permission) => `${named(permission.role)}${relationName[permission.relation]}`;

const isSignatory = (record: Motion, actor: Actor) =>
  record.signatories.some((each) => each.memberId === actor.memberId);

/** Whether the actor works with this private text: of the party group that writes it, or named in it. */
export const isAuthor = (record: Motion, actor: Actor): boolean =>
  record.author === actor.personId ||
  (record.partyGroup !== undefined && record.partyGroup === actor.partyGroup) ||
  isSignatory(record, actor);

interface Asker {
  readonly actor: Actor;
  readonly chain: readonly ApprovalStep[];
}

const stands = (relation: Relation, record: Motion | undefined, { actor, chain }: Asker): boolean => {
  if (relation === 'any') return true;
  if (record === undefined) return false;
  switch (relation) {
    case 'author-group':
      return isAuthor(record, actor);
    case 'signatory':
      return isSignatory(record, actor);
    case 'officer':
      return 'officer' in record && record.officer === actor.personId;
    case 'approver':
      return approverRoles(record, chain).some((role) => actor.roles.includes(role));
  }
};

const holds = (permission: Permission, record: Motion | undefined, asker: Asker) =>
  asker.actor.roles.includes(permission.role) && stands(permission.relation, record, asker);

const whoMay = (rows: readonly Transition[]) => [...new Set(rows.flatMap((row) => row.by.map(describe)))];

const follows = (row: Transition, command: Command) =>
  row.follows === undefined || ('happened' in command && row.follows === command.happened.type);

/** In which statuses it can be done, where they are few enough to tell. */
const whenItMay = (rows: readonly Transition[]): { detail?: string } => {
  const statuses = [...new Set(rows.flatMap((row) => row.from))];
  return statuses.length === 0 || statuses.length > 4
    ? {}
    : { detail: `Det går när ärendet är: ${statuses.map((each) => statusName[each]).join('; ')}.` };
};

/** In which statuses a command can be done, in a sentence; undefined where they are too many to tell. */
export const whenPossible = (type: CommandType): string | undefined =>
  whenItMay(transitions.filter(({ command }) => command === type)).detail;

/**
 * The rows of the transition table that the actor may use for this command now. A person may do what role and
 * relation to the case and status allow; a refusal says which of them said no, and who may.
 */
export const permittedRows = (
  record: Motion | undefined,
  command: Command,
  context: Context,
): readonly Transition[] | Refusal => {
  const rows = transitions.filter((row) => row.command === command.type && follows(row, command));
  if (!rows.some((row) => row.by.some((permission) => context.actor.roles.includes(permission.role)))) {
    return refuse('not_permitted', { mayBeDoneBy: whoMay(rows) });
  }
  const inStatus = rows.filter((row) =>
    record === undefined ? row.from.length === 0 : row.from.includes(record.status),
  );
  const [first] = inStatus;
  if (first === undefined) return refuse('wrong_status', whenItMay(rows));
  const asker = { actor: context.actor, chain: context.organisation.approvalChain };
  const permitted = inStatus.filter((row) => row.by.some((permission) => holds(permission, record, asker)));
  return permitted.length > 0
    ? permitted
    : refuse('not_permitted', { rule: first.rule, mayBeDoneBy: whoMay(inStatus) });
};

/**
 * Whether the actor may see the case at all. A draft is its authors' own: not the authority's document while it is
 * stored only for them (TF 2:13), so officials, registrars, auditors and administrators do not see it.
 */
export const mayRead = (record: Motion, actor: Actor): boolean => {
  if (record.status === 'Draft') {
    const isMover = actor.roles.some((role) => role === 'member' || role === 'group-secretary');
    return isMover && isAuthor(record, actor);
  }
  if (record.status === 'Discarded') return false;
  return actor.roles.some((role) => role !== 'administrator');
};

/** Whether the actor may read meetings and minutes: whoever has a role in the work; an administrator has none. */
export const mayReadMeetings = ({ roles }: Actor): boolean => roles.some((each) => each !== 'administrator');

/**
 * Whether the actor may read drafts of the answer: restricted until dispatched (TF 2:12), so only the people of the
 * preparation, the secretary it goes to and the auditor.
 */
export const mayReadAnswerDraft = (actor: Actor): boolean =>
  actor.roles.some((role) =>
    ['official', 'manager', 'director', 'board-secretary', 'registrar', 'auditor'].includes(role),
  );

/** What the answer rests on, and the answer, is public once the board has proposed; until then a draft (TF 2:12). */
export const mayReadPreparation = (record: Motion, actor: Actor): boolean =>
  ('boardProposal' in record && record.boardProposal !== undefined) || mayReadAnswerDraft(actor);

/** Whether the actor may read the notes of a case: its staff and the auditor, who see what the work rests on. */
export const mayReadNotes = (actor: Actor): boolean =>
  mayReadAnswerDraft(actor) || actor.roles.some((role) => ['council-secretary', 'archivist'].includes(role));

/**
 * Who needs to know that a person's identity is protected: who approves the letters, who keeps the register of members,
 * and who audits (domain.md §9).
 */
export const mayKnowProtection = (actor: Actor): boolean =>
  actor.roles.some((role) => ['registrar', 'administrator', 'auditor'].includes(role));

/**
 * Whether the actor may have the original of a motion that came on paper: nothing in it can be masked, so of a mover
 * whose identity is protected only by those who need to know it.
 */
export const mayReadOriginal = (actor: Actor, namesProtected: boolean): boolean =>
  mayReadNotes(actor) && (!namesProtected || mayKnowProtection(actor));

/** Who keeps the registers of people and members: each change is an entry in their logs (architecture §9). */
export const mayKeepRegisters = (actor: Actor): boolean => actor.roles.includes('administrator');

/** Who may read who has which role, and what has been changed: who keeps it, and who audits. */
export const mayReadPeople = (actor: Actor): boolean =>
  mayKeepRegisters(actor) || actor.roles.includes('auditor');

/** The commands that role, relation and status allow the actor now; each rule's own conditions come after. */
export const permittedCommands = (record: Motion, actor: Actor, chain: readonly ApprovalStep[]): string[] => [
  ...new Set(
    transitions
      .filter((row) => row.from.includes(record.status))
      .filter((row) => row.by.some((permission) => holds(permission, record, { actor, chain })))
      .map((row) => row.command),
  ),
];

/** A command that can be given in the present status of a record, and whether this actor may; if not, who may. */
export interface PossibleOnRecord<T> {
  readonly command: T;
  readonly isPermitted: boolean;
  readonly mayBeDoneBy: readonly string[];
}
/** A command that is possible in the case, and who may ask for it. */
export type PossibleCommand = PossibleOnRecord<CommandType>;

/** What people can do with the case as it stands: what the actor may, and for the rest who may. */
export const possibleCommands = (
  record: Motion,
  actor: Actor,
  chain: readonly ApprovalStep[],
): PossibleCommand[] => {
  const permitted = permittedCommands(record, actor, chain);
  const rows = transitions.filter(
    (row) => row.from.includes(record.status) && row.by.some(({ role }) => role !== 'system'),
  );
  return [...new Set(rows.map((row) => row.command))].map((command) => ({
    command,
    isPermitted: permitted.includes(command),
    mayBeDoneBy: whoMay(rows.filter((row) => row.command === command)),
  }));
};
