import type { SentCommand } from '../journal.ts';
import type { Observed } from '../observe-record.ts';
import { type Check, repeatedIn } from './check.ts';

/** What was acknowledged is in the record, once, where the answer said; and nothing is that nobody asked for. */
export const checkCommands = (commands: readonly SentCommand[], { cases, minutes }: Observed): Check[] => {
  const logs = [
    ...cases.map(({ caseId, events }) => ({ subject: caseId, events })),
    ...minutes.map(({ minutesId, events }) => ({ subject: minutesId, events })),
  ];
  const recorded = logs.flatMap(({ subject, events }) =>
    events.map(({ seq, commandId }) => ({ subject, seq, commandId })),
  );
  const byCommand = Map.groupBy(recorded, (each) => each.commandId);
  const missing = commands.flatMap(({ commandId, type, subject, acknowledgedVersion }) => {
    if (acknowledgedVersion === undefined) return [];
    const found = byCommand.get(commandId) ?? [];
    const isThere = found.some((each) => each.subject === subject && each.seq === acknowledgedVersion);
    return isThere && found.length === 1
      ? []
      : [`${commandId} (${type}) is ${found.length} times in the record, not once at ${acknowledgedVersion}`];
  });
  const known = new Set(commands.map((each) => each.commandId));
  // The system's own commands have a colon in their ids, which no caller's may have.
  const unknown = recorded.filter(({ commandId }) => !known.has(commandId) && !commandId.includes(':'));
  const twice = logs.flatMap(({ subject, events }) =>
    repeatedIn(events.map((each) => each.commandId)).map((id) => `${id} has two events in ${subject}`),
  );
  const strays = unknown.map(({ subject, commandId }) => `${commandId} in ${subject} was never sent`);
  const refused = commands.flatMap(({ commandId, type, subject, refusal }) =>
    refusal === undefined ? [] : [`${type} on ${subject} (${commandId}): ${refusal}`],
  );
  return [
    { name: 'every acknowledged command is in the record exactly once', faults: missing },
    { name: 'no command has had two effects, and none came from nowhere', faults: [...twice, ...strays] },
    { name: 'every command of the plan was accepted in the end', faults: refused },
  ];
};
