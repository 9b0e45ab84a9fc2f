import { expectedRows } from '../support/expected-rows.ts';

/** Subjects of `makeDesk`, by role; beside them people who hold a role and stand otherwise to the case. */
export const subjects = {
  'p-member': 'member',
  'p-m-bo': 'member',
  'p-other-member': 'member',
  'p-group-secretary': 'group-secretary',
  'p-other-secretary': 'group-secretary',
  'p-registrar': 'registrar',
  'p-official': 'official',
  'p-other-official': 'official',
  'p-manager': 'manager',
  'p-director': 'director',
  'p-board-secretary': 'board-secretary',
  'p-council-secretary': 'council-secretary',
  'p-certifier': 'certifier',
  'p-archivist': 'archivist',
  'p-auditor': 'auditor',
  'p-administrator': 'administrator',
} as const;
export type Subject = keyof typeof subjects;
export const everyone = Object.keys(subjects) as Subject[];

/** Who stands how to the usual case, written by hand. */
const movers: readonly Subject[] = ['p-member', 'p-m-bo'];
const standing: Readonly<Record<string, readonly Subject[]>> = {
  'author-group': [...movers, 'p-group-secretary'],
  signatory: movers,
  officer: ['p-official'],
};

/** Rows of the hand-typed table that a person holds in a status; `system` rows are nobody's. */
const holds = (subject: Subject, by: string, approver: Subject | undefined) => {
  const [role, relation = 'any'] = by.split(':');
  if (role !== subjects[subject]) return false;
  if (relation === 'any') return true;
  return relation === 'approver' ? subject === approver : (standing[relation]?.includes(subject) ?? false);
};

/** The commands a person may give in a status. @param approver who stands in turn to approve */
export const commandsOf = (subject: Subject, status: string, approver: Subject | undefined): string[] => [
  ...new Set(
    expectedRows
      .filter((row) => row.from.includes(status))
      .filter((row) => row.by.some((by) => holds(subject, by, approver)))
      .map((row) => row.command),
  ),
];

const rowsOf = (command: string) => expectedRows.filter((row) => row.command === command);

/** Whether some row of the command is of the person's role. */
export const hasRoleFor = (subject: Subject, command: string): boolean =>
  rowsOf(command).some((row) => row.by.some((by) => by.split(':')[0] === subjects[subject]));

/** What is said to a command the person may not give: by role, then status, then relation. */
export const noTo = (subject: Subject, command: string, status: string) => {
  const isOpen = rowsOf(command).some((row) => row.from.includes(status));
  return hasRoleFor(subject, command) && !isOpen
    ? { status: 409, code: 'wrong_status' }
    : { status: 403, code: 'not_permitted' };
};

/** Whether a person sees a case of the movers at all (TF 2:13; the administrator's role is no part of the work). */
export const seesCase = (subject: Subject, status: string): boolean => {
  if (status === 'Discarded' || subject === 'p-administrator') return false;
  return status === 'Draft' ? [...movers, 'p-group-secretary'].includes(subject) : true;
};
