import { chairRefusal, claimsRefusal } from '../../../../domain/decide/deliberation-claims.ts';
import { propositionsPut } from '../../../../domain/decide/deliberation-propositions.ts';
import type { DeliberationSetting } from '../../../../domain/decide/deliberation-setting.ts';
import type { Deliberation } from '../../../../domain/deliberation.ts';
import type { Refusal, RefusalCode } from '../../../../domain/refusal.ts';

/** Where a no is shown, by what it is about. What is not here stands on top of the page alone. */
const places: Partial<Record<RefusalCode, string>> = {
  minutes_unknown: 'paragraph',
  minutes_of_other_meeting: 'paragraph',
  minutes_closed: 'paragraph',
  attendance_missing: 'present',
  attendance_differs: 'present',
  no_quorum: 'present',
  not_unanimous: 'agreeing',
  not_announced: 'agreeing',
  not_summoned: 'agreeing',
  no_minority_right: 'request',
  minority_right_used: 'request',
  minority_too_small: 'request',
  requesters_missing: 'request',
  minorities_differ: 'request',
  claim_not_put: 'p.1',
  decided_though_deferred: 'p.1',
  claim_put_twice: 'p.1',
  clauses_not_covered: 'decisions',
  outcome_not_carried: 'decisions',
  lapsed_without_cause: 'decisions',
  amended_without_text: 'decisions',
  reservation_too_late: 'r.1',
  reservation_without_part: 'r.1',
  separate_statement_not_allowed: 's.1',
  minute_note_not_allowed: 's.1',
};

/**
 * Which field a no of the law is about. Claims and propositions are put to the law one at a time, so that the one it
 * refuses is the one that is marked.
 */
export const placeOf = (
  refused: Refusal,
  given: Deliberation | undefined,
  setting: DeliberationSetting | undefined,
  propositionNo: (index: number) => number,
): string | undefined => {
  if (given === undefined || setting === undefined) return places[refused.code];
  if (chairRefusal(given, setting)?.code === refused.code) return 'chairedBy';
  const claim = given.claims.find((each) => claimsRefusal([each], setting)?.code === refused.code);
  if (claim !== undefined) return `y.${claim.claimNo}`;
  const index = given.propositions.findIndex((_, place) => {
    const put = propositionsPut({ ...given, propositions: given.propositions.slice(0, place + 1) }, setting);
    return 'kind' in put && put.code === refused.code;
  });
  return index === -1 ? places[refused.code] : `p.${propositionNo(index)}`;
};
