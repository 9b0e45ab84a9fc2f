import type { z } from 'zod';
import { type PersonCommand, personCommand } from '../../../../domain/commands.ts';
import { presenceAt } from '../../../../domain/decide/at-meeting.ts';
import { settingOf } from '../../../../domain/decide/dealt-with.ts';
import { type Judgement, judgeDeliberation } from '../../../../domain/decide/deliberation.ts';
import { type Deliberation, deliberation } from '../../../../domain/deliberation.ts';
import type { ClauseOutcome, ClauseRef } from '../../../../domain/outcome.ts';
import type { Refusal } from '../../../../domain/refusal.ts';
import type { Actor } from '../../../../domain/roles.ts';
import type { FieldFault } from '../../../../web/chrome.ts';
import { type Filled, firstOf } from '../../../../web/forms/field.ts';
import { gatherContext } from '../../../casework/gather-context.ts';
import type { PagesDesk } from '../desk.ts';
import { faultOfRefusal, faultsOfInput } from '../faults.ts';
import { placeOf } from './fault-places.ts';
import type { Matter } from './matter.ts';
import { propositionNumbers, readDeliberation } from './read-dealing.ts';

/** What the form comes to: the command it makes, what the law counts out of it, and what is wrong. */
export interface Judged {
  readonly command: PersonCommand | undefined;
  readonly judgement: Judgement | undefined;
  readonly outcomes: ReadonlyMap<ClauseRef, ClauseOutcome>;
  readonly present: number | undefined;
  readonly faults: readonly FieldFault[];
  /** Puts a no of the law where it belongs. */
  readonly beside: (refused: Refusal) => FieldFault;
}

const numberIn = (filled: Filled, name: string): number | undefined => {
  const text = firstOf(filled, name).trim();
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
};

const given = <K extends string, T>(key: K, value: T | undefined) =>
  value === undefined ? {} : { [key]: value };

/** The clauses' outcomes as chosen; those left open take what was carried. */
const decisionsOf = (filled: Filled, { clauses }: Matter, carried: ReadonlyMap<ClauseRef, ClauseOutcome>) =>
  clauses.map((clause) => {
    const outcome = firstOf(filled, `decisions.${clause}`) || carried.get(clause);
    const by = firstOf(filled, `lapsedBy.${clause}`);
    const isNumber = /^\d+$/.test(by);
    const lapsedBy = by === '' || outcome !== 'LAPSED' ? undefined : isNumber ? Number(by) : by;
    return { clause, outcome, ...given('lapsedBy', lapsedBy) };
  });

const requestOf = (filled: Filled, { act }: Matter, present: number | undefined) => {
  const isMinority = firstOf(filled, 'request') === 'minority';
  if (act.endsWith('-in-board')) return { by: isMinority ? 'minority' : 'majority' };
  const askers = askersIn(filled);
  return {
    by: isMinority ? 'minority' : 'majority',
    ...given('present', present),
    ...(isMinority && askers.length > 0 ? { requestedBy: askers } : {}),
    ...(isMinority && askers.length === 0 ? given('behind', numberIn(filled, 'behind')) : {}),
  };
};

const askersIn = (filled: Filled): string[] => (filled.askers ?? []).filter((each) => each !== '');

const isDeferral = ({ act }: Matter) => act.startsWith('postpone') || act.startsWith('refer-back');

/** The command as far as the form tells. */
const draftOf = (
  filled: Filled,
  matter: Matter,
  how: unknown,
  carried: ReadonlyMap<ClauseRef, ClauseOutcome>,
): Readonly<Record<string, unknown>> => {
  const present = numberIn(filled, 'present');
  const base = {
    type: matter.act,
    minutesId: matter.minutes?.minutesId ?? firstOf(filled, 'minutesId'),
    paragraph: firstOf(filled, 'paragraph').trim(),
    ...given('deliberation', how),
  };
  if (isDeferral(matter)) {
    const isCouncil = matter.body === 'council';
    return {
      ...base,
      ...(isCouncil ? {} : given('present', present)),
      request: requestOf(filled, matter, present),
      ...(matter.act.startsWith('refer-back') ? { reason: firstOf(filled, 'reason') } : {}),
    };
  }
  const key = matter.act === 'propose' ? 'proposals' : 'decisions';
  return {
    ...base,
    ...given('present', present),
    ...(matter.act === 'propose' ? {} : given('agreeing', numberIn(filled, 'agreeing'))),
    [key]: decisionsOf(filled, matter, carried),
  };
};

/** A fault of a value stands at its row: claims by their number, the rest by the part of the form. */
const placed = (error: z.core.$ZodError, how: unknown): FieldFault[] => {
  const claimAt = (index: unknown) => {
    const claims = typeof how === 'object' && how !== null && 'claims' in how ? how.claims : undefined;
    const claim = Array.isArray(claims) && typeof index === 'number' ? claims[index] : undefined;
    return claim?.claimNo ?? 1;
  };
  const names: Readonly<Record<string, string>> = {
    propositions: 'p.1',
    reservations: 'r.1',
    separateStatements: 's.1',
    minuteNotes: 's.1',
    points: 'b.1',
  };
  return faultsOfInput(error).map((fault, place) => {
    const path = error.issues[place]?.path ?? [];
    const [first, second, third] = path[0] === 'deliberation' ? path.slice(1) : path;
    if (first === 'claims') return { ...fault, field: `y.${claimAt(second)}.${String(third ?? 'kind')}` };
    if (first === 'decisions' || first === 'proposals') {
      return { field: 'decisions', message: 'Välj ett utfall för varje att-sats.' };
    }
    return { ...fault, field: names[String(first)] ?? String(first ?? '') };
  });
};

/** Reads the form, and lets the law judge how the matter was dealt with; the outcomes it gives fill what is left open. */
export const judgeDealing = async (
  desk: PagesDesk,
  matter: Matter,
  filled: Filled,
  actor: Actor,
  today: string,
): Promise<Judged> => {
  const { clauses, people, motion, body } = matter;
  const isMinority = isDeferral(matter) && firstOf(filled, 'request') === 'minority';
  const basis = { clauses, people, askers: isMinority ? askersIn(filled) : undefined };
  const how = readDeliberation(filled, basis);
  const nothing = { command: undefined, judgement: undefined, outcomes: new Map(), present: undefined };
  const read = how === undefined ? undefined : deliberation.safeParse(how);
  if (read?.success === false) {
    return { ...nothing, faults: distinct(placed(read.error, how)), beside: faultOfRefusal };
  }
  const { caseId } = motion;
  const named = personCommand.safeParse(draftOf(filled, matter, how, new Map()));
  const placeholder = named.success ? named.data : movers(matter, read?.data, filled);
  const context = await gatherContext(
    desk,
    { caseId, command: placeholder, actor },
    motion,
    undefined,
    today,
  );
  const presence = presenceAt(
    body,
    { paragraph: firstOf(filled, 'paragraph'), present: numberIn(filled, 'present') },
    context,
  );
  if ('kind' in presence) {
    const { detail: message, rule } = presence;
    return { ...nothing, faults: [{ field: 'present', message, rule }], beside: faultOfRefusal };
  }
  const lapsing = clauses.filter((clause) => firstOf(filled, `decisions.${clause}`) === 'LAPSED');
  const setting = settingOf({ body, motion, presence }, lapsing, context);
  const numbers = propositionNumbers(filled, basis);
  const beside = (refused: Refusal): FieldFault => {
    const field = placeOf(refused, read?.data, setting, (index) => numbers[index] ?? index + 1);
    return { ...faultOfRefusal(refused), ...given('field', field) };
  };
  const { present } = presence;
  const judgement = read === undefined ? undefined : judgeDeliberation(read.data, setting);
  if (judgement !== undefined && 'kind' in judgement) {
    return { ...nothing, present, faults: [beside(judgement)], beside };
  }
  const outcomes: ReadonlyMap<ClauseRef, ClauseOutcome> = judgement?.outcomes ?? new Map();
  const parsed = personCommand.safeParse(draftOf(filled, matter, how, outcomes));
  return {
    command: parsed.success ? parsed.data : undefined,
    judgement,
    outcomes,
    present,
    faults: parsed.success ? [] : distinct(placed(parsed.error, how)),
    beside,
  };
};

const distinct = (faults: readonly FieldFault[]): FieldFault[] => [
  ...new Map(faults.map((each) => [`${each.field} ${each.message}`, each])).values(),
];

/** While the outcomes are not known the law is asked of the same meeting and the same movers by another name. */
const movers = ({ minutes, act }: Matter, how: Deliberation | undefined, filled: Filled): PersonCommand => ({
  type: 'write-off',
  minutesId: minutes?.minutesId ?? (firstOf(filled, 'minutesId') || act),
  paragraph: firstOf(filled, 'paragraph').trim() || '0',
  deliberation: how,
});
