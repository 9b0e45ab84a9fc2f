import type { Motion } from '../../domain/motion.ts';
import { namedOn } from '../../domain/organisation.ts';
import {
  documentsOfDetails,
  membersOfDetails,
  type PublicDetails,
  publicDetailsOf,
  sourcesOfDetails,
} from '../../domain/public-details.ts';
import { happeningText } from '../../domain/public-history.ts';
import { publicMotionOf } from '../../domain/public-motion.ts';
import type { CaseChange, StoredDocument } from '../ports/case-store.ts';
import type { Casework } from './dependencies.ts';
import type { PlannedChange } from './plan-change.ts';

type Members = Parameters<typeof publicMotionOf>[2];

/** What a change writes for the public: the view, its longer texts when they change, and what it is told has happened. */
export const publicChangeOf = async (
  casework: Pick<Casework, 'cases' | 'people' | 'organisation'>,
  { before, after, document, recorded }: PlannedChange,
  members: Members,
): Promise<Pick<CaseChange, 'publicMotion' | 'publicDetails' | 'publicHappening'>> => {
  const isTouched = sourcesOfDetails(before?.motion) !== sourcesOfDetails(after);
  const [publicMotion, publicDetails] = await Promise.all([
    publicViewOf(casework, after, document, members),
    isTouched ? detailsOf(casework, after, document) : undefined,
  ]);
  if (publicMotion === undefined) return {};
  const { seq, event, occurredOn: on } = recorded;
  const text = happeningText(event, namedOn(casework.organisation, on));
  const publicHappening = text === undefined ? undefined : { seq, on, type: event.type, text };
  return { publicMotion, publicDetails, publicHappening };
};

/** What the public may see of a motion; undefined until it has its number, or when its text is no longer kept. */
export const publicViewOf = async (
  { cases, people }: Pick<Casework, 'cases' | 'people'>,
  after: Motion,
  brought: StoredDocument | undefined,
  members: Members,
) => {
  if (!('registrationNumber' in after) || after.registrationNumber === undefined) return undefined;
  const [stored, names] = await Promise.all([
    documentOf(cases, after.caseId, after.text.documentId, brought),
    people.protectedNames(),
  ]);
  if (stored?.text.kind !== 'motion') return undefined;
  return publicMotionOf(after, stored.text.content, members, names);
};

const documentOf = async (
  cases: Casework['cases'],
  caseId: string,
  documentId: string,
  brought: StoredDocument | undefined,
): Promise<StoredDocument | undefined> =>
  brought?.ref.documentId === documentId ? brought : cases.document(caseId, documentId);

/** The longer texts of a motion's public view, with the names as they may be shown now. */
export const detailsOf = async (
  { cases, people }: Pick<Casework, 'cases' | 'people'>,
  record: Motion,
  brought: StoredDocument | undefined,
): Promise<PublicDetails> => {
  const [members, names, ...documents] = await Promise.all([
    people.membersById(membersOfDetails(record)),
    people.protectedNames(),
    ...documentsOfDetails(record).map(({ documentId }) =>
      documentOf(cases, record.caseId, documentId, brought),
    ),
  ]);
  const textOf = (documentId: string) => documents.find((each) => each?.ref.documentId === documentId)?.text;
  return publicDetailsOf(
    record,
    {
      answer: (documentId) => {
        const text = textOf(documentId);
        return text?.kind === 'answer' ? text.content : undefined;
      },
      deliberation: (documentId) => {
        const text = textOf(documentId);
        return text?.kind === 'deliberation' ? text.content : undefined;
      },
    },
    members,
    names,
  );
};
