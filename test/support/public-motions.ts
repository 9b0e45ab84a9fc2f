import { type PublicMotion, publicMotion } from '../../domain/public-motion.ts';

/** A public view, parsed by the production schema; what is not said is usual. */
export const aPublicMotion = (facts: Partial<PublicMotion> & { caseId: string }): PublicMotion =>
  publicMotion.parse({
    registrationNumber: `RS ${facts.caseId.replace(/\D/g, '')}/2026`,
    registerYear: 2026,
    version: 3,
    title: `Motion ${facts.caseId}`,
    body: 'Det behövs.',
    clauses: [{ clauseNo: 1, text: 'att det ordnas' }],
    movers: [{ name: 'Anna Ek', party: 'S', withdrawn: false }],
    receivedOn: '2026-01-12',
    raisedOn: '2026-01-12',
    status: 'Registered',
    ...facts,
  });

/** A decision of the council as the public sees it. */
export const aPublicDecision = (
  meetingDate: string,
  outcome: NonNullable<PublicMotion['decision']>['outcome'],
): NonNullable<PublicMotion['decision']> => ({
  meetingDate,
  paragraph: '§ 9',
  outcome,
  decisions: outcome === 'MIXED' ? [] : [{ clause: 1, outcome }],
  deviatesFromBoard: false,
});
