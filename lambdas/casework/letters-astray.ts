import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/roles.ts';
import { NotFound } from '../failures.ts';
import type { LetterKey, LetterRelease } from '../ports/case-letters.ts';
import type { Casework } from './dependencies.ts';
import { letterAddressOf } from './letter-address.ts';

/** Letters of a case that a registrar sees to, and why. */
export interface LetterAct {
  readonly caseId: string;
  readonly letters: readonly Omit<LetterKey, 'caseId'>[];
  readonly reason: string;
  readonly actor: Actor;
}

export type LettersSeenTo = { readonly kind: 'seen-to'; readonly letters: number } | Refusal;

/**
 * The registrar has letters sent again, with a reason that is kept with each. What stopped their addresses is lifted;
 * one to a person of protected identity is held for approval as any other (domain.md §9). A repeat sends nothing more
 * while the letters are owed.
 * @throws NotFound when there is no such case
 */
export const resendLetters = (casework: Casework, act: LetterAct): Promise<LettersSeenTo> =>
  seeTo(casework, act, async (by) => {
    for (const { memberId } of act.letters) {
      const { to } = await letterAddressOf(casework, memberId);
      if (to !== undefined) await casework.addresses.lift(to);
    }
    return casework.cases.resendLetters(act.caseId, act.letters, by);
  });

/** The registrar notes that the readers were reached in another way. Same terms as `resendLetters`. */
export const settleLetters = (casework: Casework, act: LetterAct): Promise<LettersSeenTo> =>
  seeTo(casework, act, (by) => casework.cases.settleLetters(act.caseId, act.letters, by));

const seeTo = async (
  { cases, now }: Casework,
  { caseId, reason, actor }: LetterAct,
  act: (by: LetterRelease) => Promise<number>,
): Promise<LettersSeenTo> => {
  if (!actor.roles.includes('registrar')) {
    return refuse('not_permitted', { rule: 'domain.md §11.4', mayBeDoneBy: ['registrator'] });
  }
  if ((await cases.load(caseId)) === undefined) throw new NotFound('case');
  return { kind: 'seen-to', letters: await act({ by: actor.personId, at: now(), reason }) };
};
