import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { appealWindow } from '../../../domain/deadlines.ts';
import { publicMotion } from '../../../domain/public-motion.ts';
import { verifyChain } from '../../../lambdas/event-chain.ts';
import {
  caseView,
  eventView,
  grantedMotionsReport,
  letterView,
  openMotionsReport,
} from '../../../lambdas/office/contract.ts';
import { roleHolders, type Town, yes } from '../town.ts';
import { motions, special } from './motions.ts';
import { type Cases, caseOf } from './year.ts';

const items = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

/** All that is known of a case from outside, over HTTP. */
const observe = async (town: Town, caseId: string) => {
  const registrar = await town.person(roleHolders.registrar);
  const auditor = await town.person('per-olov.ahlgren');
  const [view, shown, letters, events] = await Promise.all([
    registrar.get(`/api/cases/${caseId}`).then((answer) => yes(answer, caseView)),
    registrar.get(`/motioner/${caseId}.json`).then((answer) => yes(answer, publicMotion)),
    registrar.get(`/api/cases/${caseId}/letters`).then((answer) => yes(answer, items(letterView))),
    auditor.get(`/api/cases/${caseId}/events`).then((answer) => yes(answer, items(eventView))),
  ]);
  return { view, shown, letters: letters.items, events: events.items };
};
type Observed = Awaited<ReturnType<typeof observe>>;

interface Facts {
  readonly refusals: readonly string[];
  readonly repostedOn: string;
  readonly yearEnd: string;
}

/** Looks at everything from outside and says, line by line, whether it is as the law has it. */
export const checksOf = async (
  town: Town,
  cases: Cases,
  { refusals, repostedOn, yearEnd }: Facts,
): Promise<{ passed: number; failed: number }> => {
  let passed = 0;
  let failed = 0;
  const check = (what: string, actual: unknown, expected: unknown) => {
    if (isDeepStrictEqual(actual, expected)) {
      passed += 1;
      return;
    }
    failed += 1;
    console.log(`  FEL ${what}: ${JSON.stringify(actual)}, väntat ${JSON.stringify(expected)}`);
  };
  const observed = new Map<number, Observed>();
  for (const { no } of motions) observed.set(no, await observe(town, caseOf(cases, no)));
  const of = (no: number): Observed => {
    const found = observed.get(no);
    if (found === undefined) throw new Error(`motion ${no} was not looked at`);
    return found;
  };
  const all = [...observed.values()];

  check('refusals met, in order', refusals, [
    'minority_too_small',
    'not_reported',
    'casting_vote_missing',
    'minority_right_used',
  ]);
  for (const { no, round, proposals } of motions) {
    const { view, shown, events, letters } = of(no);
    const status = { 27: 'Consulting', 28: 'Registered', 29: 'Drafting' }[no] ?? 'Final';
    check(`motion ${no}: where it is`, view.motion.status, status);
    check(`motion ${no}: its log is whole`, chainOf(events), undefined);
    check(
      `motion ${no}: its letters are sent`,
      letters.filter((each) => each.state !== 'sent'),
      [],
    );
    const usual = round !== undefined && !Object.values<number>(special).includes(no);
    if (usual) check(`motion ${no}: as the board proposed`, decisionsOf(shown), proposals);
  }
  check(
    'the council departed from the board',
    of(special.departsFromBoard).shown.decision?.deviatesFromBoard,
    true,
  );
  check('the referred motion went two rounds', of(special.minorityReferral).view.motion, {
    ...of(special.minorityReferral).view.motion,
    cycle: 1,
    minorityDeferralUsed: true,
  });
  check('written off late', outcomeOf(of(special.writtenOff)), 'WRITTEN_OFF');
  check('the tie was decided by the chair', castingVotesOf(of(special.tie)), ['yes']);
  check('one answer', of(special.jointLead).view.answer, of(special.jointFollower).view.answer);
  check(
    'two numbers',
    of(special.jointLead).shown.registrationNumber === of(special.jointFollower).shown.registrationNumber,
    false,
  );
  check(
    'annulled and decided anew',
    rowsOf(of(special.annulled)).filter((row) => row === '27' || row === '19'),
    ['19', '27', '19'],
  );
  check('the one who left is still named', of(special.leaver).shown.movers.length, 2);
  check('a clause lapsed', decisionsOf(of(special.lapsing).shown)?.at(1)?.outcome, 'LAPSED');
  check('withdrawn', outcomeOf(of(special.withdrawn)), 'WRITTEN_OFF');
  check('the broken notice ran anew', of(18).shown.finalOn, appealWindow(repostedOn).finalOn);
  const numbers = all.map(({ shown }) => shown.registrationNumber);
  check('no number twice', new Set(numbers).size, motions.length);

  const secretary = await town.person(roleHolders.councilSecretary);
  const open = yes(await secretary.get(`/api/reports/open-motions?on=${yearEnd}`), openMotionsReport);
  check(
    'the open motions',
    open.motions.map((each) => each.registrationNumber).toSorted(),
    [27, 28, 29].map((no) => of(no).shown.registrationNumber).toSorted(),
  );
  const granted = yes(
    await secretary.get(`/api/reports/granted-motions?from=2024-01-01&to=${yearEnd}`),
    grantedMotionsReport,
  );
  check(
    'the granted motions',
    granted.motions.map((each) => each.registrationNumber).toSorted(),
    all
      .filter(({ shown }) => decisionsOf(shown)?.some((each) => each.outcome === 'GRANTED'))
      .map(({ shown }) => shown.registrationNumber)
      .toSorted(),
  );
  return { passed, failed };
};

const decisionsOf = (shown: Observed['shown']) => shown.decision?.decisions;
const outcomeOf = ({ shown }: Observed) => shown.decision?.outcome;
const rowsOf = ({ events }: Observed) => events.map((each) => each.row);

/** The first event that does not fit in the chain; an auditor sees every event whole. */
const chainOf = (events: Observed['events']) =>
  verifyChain(events.map(({ version, ...each }) => ({ ...each, seq: version })));

const castingVotesOf = ({ events }: Observed) =>
  events.flatMap(({ event }) =>
    'deliberation' in event && event.deliberation !== undefined
      ? event.deliberation.propositions.flatMap((each) =>
          each.rounds.flatMap((round) =>
            'castingVote' in round && round.castingVote !== undefined ? [round.castingVote] : [],
          ),
        )
      : [],
  );
