import { letterName } from '../../../../domain/letters.ts';
import { publicName } from '../../../../domain/members.ts';
import { type Motion, statuses } from '../../../../domain/motion.ts';
import { statusName } from '../../../../domain/status-names.ts';
import { type Transition, transitions } from '../../../../domain/transitions.ts';
import type { Casework } from '../../../casework/dependencies.ts';

/** What a command will do, as far as it can be told before: where the case goes, and which letters go to whom. */
export interface Effect {
  readonly statuses: readonly string[];
  readonly letters: readonly string[];
  readonly recipients: readonly string[];
}

/** Nobody else is touched. */
export const noEffect: Effect = { statuses: [], letters: [], recipients: [] };

/** Read from the transition table, so that what is promised is what happens. */
export const effectOf = async (
  { people }: Pick<Casework, 'people'>,
  motion: Motion,
  command: string,
): Promise<Effect> => {
  const rows = transitions.filter((row) => row.command === command && row.from.includes(motion.status));
  return effectOfRows(people, motion, rows);
};

/** What follows for the cases of a meeting or of minutes when something happens to it. */
export const effectOnFollowers = async (
  { people }: Pick<Casework, 'people'>,
  motions: readonly Motion[],
  happened: string,
): Promise<Effect> => {
  const effects = await Promise.all(
    motions.map((motion) => {
      const rows = transitions.filter((row) => row.follows === happened && row.from.includes(motion.status));
      return effectOfRows(people, motion, rows);
    }),
  );
  return together(effects);
};

/** What several do, taken together. */
export const together = (effects: readonly Effect[]): Effect => {
  const distinct = (of: (effect: Effect) => readonly string[]) => [...new Set(effects.flatMap(of))];
  return {
    statuses: distinct(({ statuses }) => statuses),
    letters: distinct(({ letters }) => letters),
    recipients: distinct(({ recipients }) => recipients),
  };
};

/** Where a row leads, in words; an act that is taken back leads to where the case stood before it. */
const statusAfter = (motion: Motion, to: Transition['to']): string[] => {
  if (to === 'same' || to === motion.status) return [];
  if (to !== 'earlier') return [statusName[to]];
  const before = 'lastAct' in motion ? motion.lastAct?.before.status : undefined;
  const earlier = statuses.find((each) => each === before);
  return earlier === undefined ? [] : [statusName[earlier]];
};

const effectOfRows = async (
  people: Casework['people'],
  motion: Motion,
  rows: readonly Transition[],
): Promise<Effect> => {
  const statuses = rows.flatMap(({ to }) => statusAfter(motion, to));
  const letters = [...new Set(rows.flatMap((row) => row.tells))].map((each) => letterName[each]);
  if (letters.length === 0) return { statuses: [...new Set(statuses)], letters, recipients: [] };
  const signatories = motion.signatories.filter(({ withdrawnOn }) => withdrawnOn === undefined);
  const members = await people.membersById(signatories.map(({ memberId }) => memberId));
  return { statuses: [...new Set(statuses)], letters, recipients: [...members.values()].map(publicName) };
};
