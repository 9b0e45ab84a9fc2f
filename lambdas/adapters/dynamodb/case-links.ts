import type { Motion } from '../../../domain/motion.ts';
import { membersOfDetails } from '../../../domain/public-details.ts';

export const partyLink = (party: string) => `PARTY#${party}`;
export const signatoryLink = (memberId: string) => `SIGNATORY#${memberId}`;
/** The motions whose public view names a member for a reservation or a statement. */
export const dissenterLink = (memberId: string) => `DISSENTER#${memberId}`;
/** The motions that share a lead's answer (domain.md §3). */
export const jointLink = (lead: string) => `JOINT#${lead}`;
export const groupLink = (partyGroup: string) => `GROUP#${partyGroup}`;

/**
 * The lists a case is found in. A draft is its movers' own (TF 2:13): it is listed for its party group and its named
 * signatories, and under no party. A discarded draft is listed nowhere.
 */
export const linksOf = (record: Motion | undefined): readonly string[] => {
  if (record === undefined || record.status === 'Discarded') return [];
  const signatories = record.signatories.map((each) => signatoryLink(each.memberId));
  const group = record.partyGroup === undefined ? [] : [groupLink(record.partyGroup)];
  const parties =
    record.status === 'Draft'
      ? []
      : record.signatories.flatMap(({ party }) => (party === undefined ? [] : [partyLink(party)]));
  const joint = 'jointWith' in record && record.jointWith !== undefined ? [jointLink(record.jointWith)] : [];
  const dissenters = membersOfDetails(record).map(dissenterLink);
  return [...new Set([...group, ...signatories, ...parties, ...joint, ...dissenters])];
};

/**
 * Where a number stands in the register of its year: as text, but with its figures in order of size, so that the
 * numbers of the counter and typed ones of any pattern sort as a clerk expects. The case makes it unique.
 */
export const registerOrderOf = (registrationNumber: string, caseId: string): string =>
  `${registrationNumber.replace(/\d+/g, (figures) => figures.padStart(9, '0'))}#${caseId}`;

/** Year and place in the register; undefined until the motion has its number. */
export const registerPlaceOf = (record: Motion | undefined) =>
  record !== undefined &&
  'registrationNumber' in record &&
  record.registrationNumber !== undefined &&
  record.registerYear !== undefined
    ? {
        registerYear: record.registerYear,
        registerOrder: registerOrderOf(record.registrationNumber, record.caseId),
      }
    : undefined;
