import { type Refusal, refuse } from './refusal.ts';
import { type Actor, type Role, roleName } from './roles.ts';

/** Those who answer for the clock, and those who audit it [D]. */
export const reportReaders: readonly Role[] = [
  'registrar',
  'board-secretary',
  'council-secretary',
  'director',
  'manager',
  'auditor',
];

/** Says no to whoever may not read the reports: they name every mover and tell where each case lies. */
export const refuseReports = (actor: Actor): Refusal | undefined =>
  actor.roles.some((role) => reportReaders.some((each) => each === role))
    ? undefined
    : refuse('not_permitted', {
        rule: 'KL 5:35; domain.md §3',
        mayBeDoneBy: reportReaders.map((each) => roleName[each]),
      });
