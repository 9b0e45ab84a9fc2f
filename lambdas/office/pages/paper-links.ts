import type { Meeting } from '../../../domain/meeting.ts';
import type { Minutes } from '../../../domain/minutes.ts';
import type { Motion } from '../../../domain/motion.ts';
import { mayReadPreparation } from '../../../domain/permissions.ts';
import type { Actor } from '../../../domain/roles.ts';
import type { PaperLink } from '../../../web/components/papers.tsx';

/** Addresses of papers for people; the papers' own function answers them (lambdas/papers). */
const at = (subject: string, id: string, kind: string) =>
  `/kontor/papper/${subject}/${encodeURIComponent(id)}/${kind}`;

/** The papers of a case that there are now and that the reader may have. */
export const papersOfCase = (record: Motion, actor: Actor): PaperLink[] => {
  const answer = 'answer' in record ? record.answer : undefined;
  const proposal = 'boardProposal' in record ? record.boardProposal : undefined;
  const link = (isThere: boolean, label: string, kind: string): PaperLink[] =>
    isThere ? [{ label, href: at('arenden', record.caseId, kind) }] : [];
  return [
    ...link('receivedOn' in record, 'Mottagningsbevis', 'receipt'),
    ...link(answer !== undefined && mayReadPreparation(record, actor), 'Svar', 'answer'),
    ...link(proposal !== undefined, 'Protokollsutdrag, styrelsen', 'board-extract'),
    ...link('decision' in record, 'Protokollsutdrag, fullmäktige', 'council-extract'),
  ];
};

/** The agenda of a meeting, and of the council's the announcement (KL 5:13). */
export const papersOfMeeting = ({ meetingId, body }: Meeting): PaperLink[] => [
  { label: 'Föredragningslista', href: at('sammantraden', meetingId, 'agenda') },
  ...(body === 'council'
    ? [{ label: 'Kungörelse', href: at('sammantraden', meetingId, 'announcement') }]
    : []),
];

/** The notice, when the minutes are certified. */
export const papersOfMinutes = ({ minutesId, status }: Minutes): PaperLink[] =>
  status === 'Open' ? [] : [{ label: 'Anslag', href: at('protokoll', minutesId, 'notice') }];
