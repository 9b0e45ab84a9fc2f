import type { z } from '@hono/zod-openapi';
import { publicName } from '../../domain/members.ts';
import { mayKnowProtection, mayReadAnswerDraft } from '../../domain/permissions.ts';
import type { Actor } from '../../domain/roles.ts';
import type { Casework } from '../casework/dependencies.ts';
import { recipientNames } from '../casework/letter-address.ts';
import type { OwedLetterRow } from '../ports/case-letters.ts';
import type { letterView } from './contract.ts';

/** Whether the actor may see the letter: who works with the case sees all of its letters, others their own. */
export const maySeeLetter = ({ memberId }: Pick<OwedLetterRow, 'memberId'>, actor: Actor): boolean =>
  mayReadAnswerDraft(actor) || memberId === actor.memberId;

/** Letters as the actor may see them, each with the name of whom it is to. */
export const letterViewsOf = async (
  casework: Casework,
  rows: readonly OwedLetterRow[],
  actor: Actor,
): Promise<z.infer<typeof letterView>[]> => {
  const seen = rows.filter((row) => maySeeLetter(row, actor));
  const isShownWhole = mayKnowProtection(actor);
  const names = await recipientNames(
    casework,
    [...new Set(seen.map(({ memberId }) => memberId))],
    (member) => (isShownWhole ? member.name : publicName(member)),
  );
  return seen.map((row) => ({
    ...letterShown(row, actor),
    recipient: names.get(row.memberId) ?? row.memberId,
  }));
};

/** That a letter is held, or was released, tells that the identity is protected: who need not know sees it as owed. */
const letterShown = (row: OwedLetterRow, actor: Actor) => {
  const { version, memberId, template, state, attempts, sentAt, messageId, problem } = row;
  const { released, fate, resent, settled } = row;
  const mayKnow = mayKnowProtection(actor);
  return {
    version,
    memberId,
    template,
    state: state === 'held' && !mayKnow ? ('owed' as const) : state,
    attempts,
    sentAt,
    messageId,
    problem,
    released: mayKnow ? released : undefined,
    fate,
    resent: resent === undefined ? undefined : [...resent],
    settled,
  };
};
