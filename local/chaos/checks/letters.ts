import { fold } from '../../../domain/evolve.ts';
import { transitionOf } from '../../../domain/transitions.ts';
import type { RecordedLetter } from '../letter-recorder.ts';
import type { Observed, ObservedCase } from '../observe-record.ts';
import type { Check } from './check.ts';

/** The letters that the law owes for what has happened, whatever the outbox says. */
const owedFor = ({ caseId, events }: ObservedCase): string[] =>
  events.flatMap(({ seq, row }) => {
    const after = fold(
      caseId,
      events.filter((each) => each.seq <= seq).map((each) => each.event),
    );
    const told = after?.signatories ?? [];
    return transitionOf(row).tells.flatMap((template) =>
      told.map(({ memberId }) => `${caseId}#${seq}#${memberId}#${template}`),
    );
  });

/** Letters that came more than once, by id. */
export const repeatsOf = (recorded: readonly RecordedLetter[]) =>
  [...Map.groupBy(recorded, (each) => each.letterId)].filter(([, copies]) => copies.length > 1);

/**
 * A letter may come again only when a kill fell between its sending and its mark. Then the copies are of different
 * lives, none of them was marked but the last, and each had a lease of its own.
 */
const unexcused = (
  [letterId, copies]: [string, RecordedLetter[]],
  attempts: number | undefined,
): string[] => {
  const lives = copies.map((each) => each.life);
  const isOncePerLife = new Set(lives).size === lives.length;
  if (!isOncePerLife) return [`${letterId} was sent more than once in one life (${lives.join(', ')})`];
  return (attempts ?? 0) >= copies.length ? [] : [`${letterId} was sent without a lease`];
};

/** Every owed letter has come, nothing else has, and none again without excuse. */
export const checkLetters = ({ cases }: Observed, recorded: readonly RecordedLetter[]): Check[] => {
  const owed = new Set(cases.flatMap(owedFor));
  const rows = new Map(
    cases.flatMap(({ letters }) =>
      letters.map((row) => [`${row.caseId}#${row.version}#${row.memberId}#${row.template}`, row]),
    ),
  );
  const byId = Map.groupBy(recorded, (each) => each.letterId);
  const missing = [...owed].flatMap((letterId) => {
    const row = rows.get(letterId);
    if (!byId.has(letterId)) return [`${letterId} never came (${row?.state ?? 'no row'})`];
    if (row?.state !== 'sent') return [`${letterId} came and is ${row?.state ?? 'without a row'}`];
    const last = byId.get(letterId)?.at(-1)?.messageId;
    return row.messageId === last ? [] : [`${letterId} is marked with another message than came last`];
  });
  const unasked = [...new Set([...byId.keys(), ...rows.keys()])].filter((letterId) => !owed.has(letterId));
  return [
    { name: 'every owed letter has come and is marked sent', faults: missing },
    { name: 'no letter came that is not owed', faults: unasked },
    {
      name: 'letters came again only when a kill fell between sending and mark',
      faults: repeatsOf(recorded).flatMap((each) => unexcused(each, rows.get(each[0])?.attempts)),
    },
  ];
};
