import { describe, expect, test } from 'vitest';
import { possibleOnMinutes } from '../../domain/decide-minutes.ts';
import type { Actor } from '../../domain/roles.ts';
import {
  ANNA,
  askMinutes,
  BO,
  isRefusal,
  type MinutesAct,
  type MinutesJourney,
  minutesAfter,
  minutesExamples,
  minutesWays,
  usually,
} from '../support/minutes-builders.ts';
import { actors } from '../support/motion-people.ts';

const today = '2026-06-25';
const signs = (actor: Actor): MinutesAct => ({ command: minutesExamples.certify, actor, today });
const contests = (actor: Actor): MinutesAct => ({ command: minutesExamples.contest, actor, today });
const { Open } = minutesWays;
const said = (journey: MinutesJourney, act: MinutesAct) => {
  const answer = askMinutes(journey, act);
  return isRefusal(answer) ? answer.code : answer.type;
};
const note = 'Paragraf 41 saknar ett yrkande.';

describe('KL 5:69, domain.md §11.3: two certifiers, one contests', () => {
  test('it is noted in the minutes, which wait for the other', () => {
    const contested = minutesAfter(...Open, contests(ANNA));
    expect(contested.minutes).toMatchObject({
      status: 'Open',
      signedBy: [],
      contests: [{ certifier: 'c-anna', contestedOn: today, note }],
    });
    expect(said(contested, contests(ANNA))).toBe('already_contested');
    expect(said(contested, contests(actors.certifier))).toBe('not_certifier');
  });

  test('they are certified when the other has signed, whoever comes first, and the note stays', () => {
    const kept = { status: 'Certified', certifiedOn: today, contests: [{ certifier: 'c-anna', note }] };
    expect(minutesAfter(...Open, contests(ANNA), signs(BO)).minutes).toMatchObject({
      ...kept,
      signedBy: ['c-bo'],
    });
    const last = minutesAfter(...Open, signs(BO), contests(ANNA));
    expect(last.minutes).toMatchObject({ ...kept, signedBy: ['c-bo'] });
    expect(last.events.at(-1)).toMatchObject({ type: 'MinutesCertified', contested: note });
  });

  test('where all contest nothing is certified, until one signs after all', () => {
    const all = minutesAfter(...Open, contests(ANNA), contests(BO));
    expect(all.minutes?.status).toBe('Open');
    const signed = minutesAfter(...Open, contests(ANNA), contests(BO), signs(ANNA));
    expect(signed.minutes).toMatchObject({
      status: 'Certified',
      signedBy: ['c-anna'],
      contests: [{ certifier: 'c-bo' }],
    });
  });

  test('who has signed cannot contest, and what is certified is posted and final as ever', () => {
    expect(said(minutesAfter(...Open, signs(ANNA)), contests(ANNA))).toBe('already_signed');
    const posted = minutesAfter(...Open, signs(BO), contests(ANNA), usually('post', '2026-06-26'));
    expect(posted.minutes).toMatchObject({ status: 'Posted', contests: [{ certifier: 'c-anna' }] });
  });

  test('it is offered to a certifier who has not taken a stand', () => {
    const offered = (journey: MinutesJourney, actor: Actor) =>
      journey.minutes === undefined
        ? []
        : possibleOnMinutes(journey.minutes, actor)
            .filter(({ isPermitted }) => isPermitted)
            .map(({ command }) => command);
    expect(offered(minutesAfter(...Open), ANNA)).toEqual(['certify-minutes', 'contest-minutes']);
    expect(offered(minutesAfter(...Open, contests(ANNA)), ANNA)).toEqual(['certify-minutes']);
    expect(offered(minutesAfter(...Open, signs(ANNA)), ANNA)).toEqual([]);
  });
});
