import { checkAnswer } from '../../../../domain/answer-check.ts';
import { missingSections } from '../../../../domain/answer-parts.ts';
import { stockholmDate } from '../../../../domain/calendar-date.ts';
import { type Consultation, isOverdue } from '../../../../domain/consultation.ts';
import type { Filled } from '../../../../web/forms/field.ts';
import type { AnswerEditorProps } from '../../../../web/office/answer-editor.tsx';
import type { ConsultationRow } from '../../../../web/office/answer-log.tsx';
import type { AnswerPageProps, AnswerRead, CheckedClause } from '../../../../web/office/answer-page.tsx';
import { actionsOf } from '../case-actions.ts';
import { consulteeName } from '../commands/consultation-forms.ts';
import type { PagesDesk } from '../desk.ts';
import { outcomeChoices } from '../outcome-choices.ts';
import { answerPath } from '../paths.ts';
import type { AnswerFacts } from './answer-facts.ts';
import { answerIn, filledWith, outcomeIn, proposalsIn, sectionFields, sectionsIn } from './answer-form.ts';
import { answerLog } from './answer-log.ts';
import { clauseName } from './answer-rows.ts';

/** The form as it is shown: what is in it, under which ids, and what was wrong. */
export interface Writing {
  readonly filled: Filled;
  readonly commandId: string;
  readonly faults: AnswerEditorProps['faults'];
  readonly conflict?: AnswerEditorProps['conflict'];
  readonly isRoomWanted: boolean;
}

/** What the form holds from the start: the answer as it stands, or a heading to begin with. */
export const initialWriting = ({ stored, motions, view }: AnswerFacts, commandId: string): Writing => {
  const parties = [...new Set(view.motion.signatories.flatMap(({ party }) => party ?? []))];
  const from = parties.length === 0 ? '' : ` (${parties.join(', ')})`;
  const begun = { title: `Svar på motion: ${view.text?.title ?? ''}${from}`, sections: [] };
  const proposals = motions.map(({ caseId, proposals: given }) => [caseId, given] as const);
  return { filled: filledWith(stored ?? begun, proposals), commandId, faults: [], isRoomWanted: false };
};

const editorOf = (
  { organisation }: PagesDesk,
  { motions, base }: AnswerFacts,
  { filled, commandId, faults, conflict, isRoomWanted }: Writing,
): Omit<AnswerEditorProps, 'chrome'> => ({
  filled,
  faults,
  sections: sectionFields(organisation, sectionsIn(filled), isRoomWanted),
  motions,
  outcomes: outcomeChoices,
  commandId,
  seen: motions.map(({ caseId, version }) => [caseId, version] as const),
  base,
  conflict,
});

const readOf = ({ stored, motions, view }: AnswerFacts): AnswerRead | undefined =>
  stored && {
    ...stored,
    proposals: motions.flatMap(({ name, clauses, proposals, caseId }) =>
      clauses.map((clause) => ({
        name:
          caseId === view.motion.caseId ? clauseName(clause) : `${name}, ${clauseName(clause).toLowerCase()}`,
        words: clause.text,
        outcome: outcomeIn(proposals, clause.ref),
      })),
    ),
  };

const checkedOf = ({ motions }: AnswerFacts, filled: Filled): CheckedClause[] => {
  const { sections } = answerIn(filled);
  return motions.flatMap((motion) => {
    const proposals = proposalsIn(filled, motion);
    return checkAnswer(motion.clauses, sections, proposals).map(({ ref, passages }) => ({
      name:
        motions.length === 1 ? clauseName({ ref }) : `${motion.name}, ${clauseName({ ref }).toLowerCase()}`,
      outcome: outcomeIn(proposals, ref),
      passages: passages.map((index) => sections[index]?.heading || 'avsnitt utan rubrik'),
    }));
  });
};

const missingIn = ({ organisation }: PagesDesk, { motions, view }: AnswerFacts, filled: Filled) =>
  missingSections(organisation.papers.answerParts, {
    answer: answerIn(filled),
    proposals: motions.flatMap((motion) => proposalsIn(filled, motion)),
    clauseCount: view.motion.clauseCount,
    consultations: view.consultations?.length ?? 0,
  });

const stateOf = (each: Consultation, today: string): ConsultationRow['state'] => {
  if (each.status === 'Sent') return isOverdue(each, today) ? 'late' : 'waiting';
  return each.status === 'Answered' ? 'answered' : each.status === 'Declined' ? 'declined' : 'closed';
};

const consultationsOf = (desk: PagesDesk, { view, mayRead }: AnswerFacts): ConsultationRow[] => {
  const all = mayRead && 'consultations' in view.motion ? (view.motion.consultations ?? []) : [];
  return all.map((each) => {
    const texts = view.consultations?.find(({ consultationNo }) => consultationNo === each.consultationNo);
    const maker = each.statement?.maker;
    return {
      name: consulteeName({ desk }, each.recipient),
      sentOn: each.sentOn,
      dueOn: each.dueOn,
      state: stateOf(each, stockholmDate(desk.now())),
      answeredOn: each.statement?.receivedOn,
      by:
        maker === undefined
          ? undefined
          : maker.by === 'committee'
            ? `nämndens beslut ${maker.decidedOn} ${maker.paragraph}`
            : 'genom en tjänsteperson',
      question: texts?.question,
      statement: texts?.statement,
    };
  });
};

const togetherOf = ({ view, motions }: AnswerFacts): AnswerPageProps['together'] => {
  const { jointWith, jointWarning } = view;
  const own = view.motion.caseId;
  return {
    lead: jointWith && {
      name: jointWith.registrationNumber ?? jointWith.caseId,
      href: answerPath(jointWith.caseId),
    },
    others: motions
      .filter(({ caseId }) => caseId !== own)
      .map(({ caseId, name }) => ({ name, href: answerPath(caseId) })),
    warning: jointWarning,
  };
};

/** Everything the page of the answer shows, but what stands around it. */
export const answerProps = async (
  desk: PagesDesk,
  facts: AnswerFacts,
  writing: Writing,
): Promise<Omit<AnswerPageProps, 'chrome'>> => {
  const { view, state, actor, motions, mayRead, mayWrite, events } = facts;
  const { motion } = state;
  const isShownToWrite = mayWrite || writing.faults.length > 0 || writing.conflict !== undefined;
  return {
    head: {
      caseId: motion.caseId,
      tab: 'svar',
      title: view.text?.title ?? 'Utan titel',
      number: 'registrationNumber' in motion ? motion.registrationNumber : undefined,
      status: view.statusName,
    },
    motion: view.text,
    answer: mayRead
      ? {
          editor: isShownToWrite ? editorOf(desk, facts, writing) : undefined,
          read: readOf(facts),
          checked: checkedOf(facts, writing.filled),
          missing: missingIn(desk, facts, writing.filled),
          log: await answerLog(desk, motion.caseId, events, actor),
          consultations: consultationsOf(desk, facts),
        }
      : undefined,
    together: togetherOf(facts),
    actions: actionsOf(desk, state, actor, motions.length > 1).filter(
      ({ href }) => href !== answerPath(motion.caseId),
    ),
  };
};
