import type { CalendarDate } from './calendar-date.ts';
import { openConsultations } from './consultation.ts';
import type { OpenMotionRecord } from './motion-history.ts';
import type { Organisation } from './organisation.ts';

type Facts = Pick<Organisation, 'bodies' | 'approvalChain' | 'consultees'>;

/**
 * What an open motion waits for and why it is where it is, in Swedish, for the report of open motions (domain.md §3:
 * "where it stands"). Of bodies, units and numbers; no person of the administration.
 * @param others numbers of the motions prepared together with it
 */
export const waitsFor = (
  record: OpenMotionRecord,
  facts: Facts,
  others: readonly string[],
  on: CalendarDate,
): string => [nextStep(record, facts), ...reasons(record, others, on)].join('; ');

const nextStep = (record: OpenMotionRecord, { bodies, approvalChain, consultees }: Facts): string => {
  switch (record.status) {
    case 'Registered':
      return 'ska remitteras';
    case 'Returned':
      return 'undertecknarna ska komplettera motionen';
    case 'Referred':
      return 'handläggare ska utses';
    case 'Assigned':
      return `beredningen ska börja, ${record.unit}`;
    case 'Drafting':
      return `svar bereds, ${record.unit}`;
    case 'Consulting': {
      const asked = openConsultations(record.consultations).map(
        ({ recipient }) => consultees.find(({ id }) => id === recipient)?.name ?? recipient,
      );
      return `yttrande från ${asked.join(', ')}`;
    }
    case 'Approval':
      return `svaret ska godkännas av ${approvalChain[record.approvalStep]?.title ?? 'nästa chef'}`;
    case 'BoardReady':
      return `ska sättas upp i ${bodies.board}`;
    case 'BoardAgenda':
      return `behandlas i ${bodies.board} ${record.meetingDate}`;
    case 'CouncilReady':
      return `ska sättas upp i ${bodies.council}`;
    case 'CouncilAgenda':
      return `behandlas i ${bodies.council} ${record.meetingDate}`;
    case 'WithdrawalPending':
      return record.meetingDate === undefined
        ? `återtagandet ska anmälas i ${bodies.council}`
        : `återtagandet anmäls i ${bodies.council} ${record.meetingDate}`;
  }
};

const reasons = (record: OpenMotionRecord, others: readonly string[], on: CalendarDate): string[] => {
  const said: string[] = [];
  const cycle = record.cycle ?? 0;
  if (cycle > 0) said.push(cycle === 1 ? 'har återremitterats' : `har återremitterats ${cycle} gånger`);
  if (record.lastDeferral?.by === 'minority') said.push('har skjutits upp på en minoritets begäran');
  if (others.length > 0) said.push(`bereds tillsammans med ${others.join(', ')}`);
  if (record.importedOn !== undefined && on < record.importedOn)
    said.push(`infördes ${record.importedOn}, läget dessförinnan finns på papper`);
  return said;
};
