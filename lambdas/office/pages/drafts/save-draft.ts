import { randomUUID } from 'node:crypto';
import type { PersonCommand } from '../../../../domain/commands.ts';
import { motionText } from '../../../../domain/documents.ts';
import { workingText } from '../../../../domain/motion.ts';
import type { FieldFault } from '../../../../web/chrome.ts';
import { type Filled, firstOf } from '../../../../web/forms/field.ts';
import { actOnCase } from '../../../casework/act-on-case.ts';
import { Conflict } from '../../../failures.ts';
import { caseIdOf } from '../../case-routes.ts';
import type { PagesDesk } from '../desk.ts';
import { faultOfRefusal, faultsOfInput } from '../faults.ts';
import { versionIn } from '../form-flow.ts';
import { type DraftFacts, draftFactsOf } from './draft-facts.ts';
import { draftIn, named, type WrittenDraft } from './draft-form.ts';

/** What came of saving a draft. On a conflict, how it stands now. */
export type SavedDraft =
  | { readonly kind: 'done'; readonly caseId: string; readonly isUnchanged: boolean }
  | { readonly kind: 'faults'; readonly faults: readonly FieldFault[] }
  | { readonly kind: 'conflict'; readonly now: DraftFacts };

const fieldOf: Readonly<Record<string, string>> = {
  title: named.title,
  body: named.body,
  series: named.series,
  clauses: named.clauses,
};

const placed = ({ field = '', message }: FieldFault): FieldFault => {
  const [name = ''] = field.split('.');
  return name === 'title' && message === 'Det här behöver fyllas i.'
    ? { field: named.title, message: 'Skriv en rubrik, så att utkastet går att spara.' }
    : { field: fieldOf[name], message };
};

const isSame = (one: WrittenDraft, other: WrittenDraft | undefined): boolean =>
  other !== undefined &&
  JSON.stringify([one.text.title, one.text.body, one.text.clauses, one.text.series, one.signatories]) ===
    JSON.stringify([
      other.text.title,
      other.text.body,
      other.text.clauses,
      other.text.series,
      other.signatories,
    ]);

/**
 * Saves a draft as it was written, unless nothing has changed: what is written anew has to be approved anew. Where the
 * record has moved but nobody has written another text, it is saved as it was meant.
 */
export const saveDraft = async (desk: PagesDesk, facts: DraftFacts, filled: Filled): Promise<SavedDraft> => {
  const saved = await attempt(desk, facts, filled, versionIn(filled));
  if (saved.kind !== 'conflict') return saved;
  const { motion } = saved.now;
  const isOwnBase = motion !== undefined && workingText(motion).text.documentId === firstOf(filled, 'grund');
  return isOwnBase ? attempt(desk, saved.now, filled, motion.version) : saved;
};

const attempt = async (
  desk: PagesDesk,
  facts: DraftFacts,
  filled: Filled,
  expectedVersion: number | undefined,
): Promise<SavedDraft> => {
  const { actor, motion, stored } = facts;
  const draft = draftIn(filled);
  const parsed = motionText.safeParse(draft.text);
  if (!parsed.success) return { kind: 'faults', faults: faultsOfInput(parsed.error).map(placed) };
  const commandId = firstOf(filled, 'commandId') || randomUUID();
  const caseId = motion?.caseId ?? caseIdOf(actor, commandId);
  if (motion !== undefined && isSame(draft, stored)) return { kind: 'done', caseId, isUnchanged: true };
  const given = { text: parsed.data, signatories: [...draft.signatories] };
  const command: PersonCommand =
    motion === undefined ? { type: 'start-draft', ...given } : { type: 'revise-text', ...given };
  const conflict = async (): Promise<SavedDraft> => ({
    kind: 'conflict',
    now: await draftFactsOf(desk, actor, caseId),
  });
  try {
    const version = motion === undefined ? undefined : expectedVersion;
    const answer = await actOnCase(desk, { caseId, commandId, command, actor, expectedVersion: version });
    if (answer.kind === 'done') return { kind: 'done', caseId, isUnchanged: false };
    return answer.kind === 'refusal'
      ? { kind: 'faults', faults: [faultOfRefusal(answer)] }
      : await conflict();
  } catch (error) {
    if (error instanceof Conflict) return conflict();
    throw error;
  }
};
