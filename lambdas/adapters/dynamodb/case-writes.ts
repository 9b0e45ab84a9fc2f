import { stockholmDate } from '../../../domain/calendar-date.ts';
import type { PublicDetails } from '../../../domain/public-details.ts';
import type { PublicMotion } from '../../../domain/public-motion.ts';
import type { CaseChange } from '../../ports/case-store.ts';
import { digestOf } from '../../ports/public-register.ts';
import { registerPlaceOf } from './case-links.ts';
import {
  executionRow,
  motionRow,
  moveRow,
  notStarted,
  openExecutions,
  signalRow,
  taskRow,
} from './case-rows.ts';
import { absent, changeOf, present, where } from './condition.ts';
import { publicNewsRow } from './following-rows.ts';
import { answerRow, caseSubject, clockRow, documentRow, eventRow } from './log-rows.ts';
import { agendaItemRow, meetingRow } from './meeting-rows.ts';
import {
  counterRow,
  minutesItemRow,
  minutesRow,
  numberRow,
  publicCaseRow,
  publicDetailsRow,
  publicHappeningRow,
  publicHeadRow,
  publicMotionRow,
} from './register-rows.ts';
import { itemOf, keyOf } from './row.ts';
import { sortable } from './sortable.ts';
import { checking, deleting, putting, updating, type Write } from './transaction.ts';

/** The motion, on condition of the version it was judged at; its event; and the answer to the command. */
export const recordWrites = ({ before, after, recorded, answer }: CaseChange): Write[] => {
  const { caseId, version, movedAtVersion, status } = after;
  const subject = caseSubject(caseId);
  const motion = itemOf(motionRow, {
    caseId,
    version,
    movedAtVersion,
    status,
    head: recorded.hash,
    motion: after,
    ...registerPlaceOf(after),
  });
  return [
    putting(motion, before === undefined ? absent : where('version', '=', before.motion.version)),
    putting(itemOf(eventRow, { subject, ...recorded }), absent),
    putting(itemOf(answerRow, { subject, ...answer }), absent),
  ];
};

/** The text the command brought. */
export const documentWrites = ({ after: { caseId }, document }: CaseChange): Write[] =>
  document === undefined
    ? []
    : [
        putting(
          itemOf(documentRow, {
            caseId,
            documentId: document.ref.documentId,
            hash: document.ref.hash,
            text: document.text,
            salt: document.salt,
            recordedAt: document.recordedAt,
          }),
          absent,
        ),
      ];

/** The texts whose content goes: the hash in the event stays true. */
export const weedWrites = ({ after: { caseId }, weed, recorded }: CaseChange): Write[] =>
  weed.map((documentId) =>
    updating(
      keyOf(documentRow, { caseId, documentId }),
      changeOf({ set: { weededAt: recorded.recordedAt }, remove: ['text', 'salt'] }, present),
      'defect',
    ),
  );

/** The move, recorded for good and owed to the workflow, and the tasks of the step it leaves. */
export const moveWrites = (change: CaseChange): Write[] => {
  const { caseId } = change.after;
  const { signal } = change;
  return [
    ...(signal === undefined ? [] : [putting(itemOf(moveRow, { caseId, ...moveOf(signal) }))]),
    ...(signal?.owedAt === undefined
      ? []
      : [putting(itemOf(signalRow, { caseId, ...moveOf(signal), owedAt: signal.owedAt }))]),
    // By its key and not by what was read: the workflow may have opened it since.
    ...(signal === undefined ? [] : [deleting(keyOf(taskRow, { caseId, kind: signal.step }))]),
  ];
};

/** The first start of the workflow, and the end of the sweep for a case that is closed. */
export const executionWrites = ({ before, after, recorded, start }: CaseChange): Write[] => {
  const { caseId, status } = after;
  const isClosed = status === 'Archived' || status === 'Discarded';
  return [
    ...(start
      ? [
          putting(
            itemOf(executionRow, {
              caseId,
              generation: 1,
              startOwedAt: recorded.recordedAt,
              failures: 0,
              sweep: openExecutions,
              sweepOrder: notStarted,
            }),
            absent,
          ),
        ]
      : []),
    ...(isClosed && before?.execution !== undefined
      ? [
          updating(
            keyOf(executionRow, { caseId }),
            changeOf({ remove: ['sweep', 'gsi1pk', 'gsi1sk'] }, present),
            'defect',
          ),
        ]
      : []),
  ];
};

const moveOf = ({ version, step, outcome }: NonNullable<CaseChange['signal']>) => ({
  version,
  step,
  outcome,
});

/** Clocks that start and stop. One that moves to another day is one row, written once. */
export const clockWrites = (subject: string, clocks: CaseChange['clocks']): Write[] => [
  ...clocks.set.map(({ kind, dueOn }) => putting(itemOf(clockRow, { subject, kind, dueOn }))),
  ...clocks.cancelled
    .filter(({ kind }) => !clocks.set.some((each) => each.kind === kind))
    .map(({ kind }) => deleting(keyOf(clockRow, { subject, kind }))),
];

/** The number: the counter must stand where it was read, and no case may have the number. */
export const numberWrites = ({ after: { caseId }, number }: CaseChange): Write[] => {
  if (number === undefined) return [];
  const { registrationNumber, counter } = number;
  const taken = putting(itemOf(numberRow, { registrationNumber, caseId }), absent, 'number-taken');
  if (counter === undefined) return [taken];
  const { scope, from, sequence } = counter;
  const next = itemOf(counterRow, { scope, last: sequence });
  return [putting(next, from === 0 ? absent : where('last', '=', from)), taken];
};

/** The act stands in minutes, or did until it was taken back: they are as they were judged, and know what stands. */
export const minutesWrites = ({ after: { caseId }, minutes }: CaseChange): Write[] => {
  if (minutes === undefined) return [];
  const { minutesId, paragraph, version, stands } = minutes;
  const item = { caseId, minutesId, paragraph };
  return [
    checking(keyOf(minutesRow, { minutesId }), where('version', '=', version)),
    stands ? putting(itemOf(minutesItemRow, item)) : deleting(keyOf(minutesItemRow, item)),
  ];
};

/** The act was judged by a meeting: it is as it was, and has a case that was placed on its agenda. */
export const meetingWrites = ({ after: { caseId }, meeting }: CaseChange): Write[] => {
  if (meeting === undefined) return [];
  const { meetingId, version, enters } = meeting;
  return [
    checking(keyOf(meetingRow, { meetingId }), where('version', '=', version)),
    ...(enters ? [putting(itemOf(agendaItemRow, { caseId, meetingId }))] : []),
  ];
};

/** The public view of a motion, and its head by which a reader knows that it has changed. */
export const shownWrites = (
  place: NonNullable<ReturnType<typeof registerPlaceOf>>,
  publicMotion: PublicMotion,
  publicDetails: PublicDetails | undefined,
): Write[] => [
  putting(itemOf(publicMotionRow, { ...place, motion: publicMotion })),
  putting(itemOf(publicHeadRow, { ...place, caseId: publicMotion.caseId, digest: digestOf(publicMotion) })),
  ...(publicDetails === undefined
    ? []
    : [putting(itemOf(publicDetailsRow, { caseId: publicMotion.caseId, details: publicDetails }))]),
];

/** Two motions that join each other at once would both follow and none lead: the later finds the other moved. */
export const leadWrites = ({ lead }: CaseChange): Write[] =>
  lead === undefined
    ? []
    : [checking(keyOf(motionRow, { caseId: lead.caseId }), where('version', '=', lead.version))];

/** What the public may see: one row in the register of its year, and once the way to it from the case. */
export const publicWrites = (change: CaseChange): Write[] => {
  const { before, after, publicMotion, publicDetails, publicHappening: happening } = change;
  const place = registerPlaceOf(after);
  if (publicMotion === undefined || place === undefined) return [];
  const { caseId } = after;
  const isNew = registerPlaceOf(before?.motion) === undefined;
  return [
    ...shownWrites(place, publicMotion, publicDetails),
    ...(happening === undefined
      ? []
      : [putting(itemOf(publicHappeningRow, { caseId, seq: happening.seq, happening }))]),
    ...(isNew ? [putting(itemOf(publicCaseRow, { ...place, caseId }))] : []),
    ...newsWrites(change),
  ];
};

/** What anyone may be told of the event, on the day it was recorded. */
const newsWrites = ({ after: { caseId, version }, recorded, news }: CaseChange): Write[] => {
  const recordedAt = sortable(recorded.recordedAt);
  const on = stockholmDate(recordedAt);
  return news.map((kind) => putting(itemOf(publicNewsRow, { on, recordedAt, caseId, version, kind })));
};
