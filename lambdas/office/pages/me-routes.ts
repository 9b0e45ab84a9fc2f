import { type CalendarDate, stockholmDate } from '../../../domain/calendar-date.ts';
import { eligibilityOn } from '../../../domain/eligibility.ts';
import type { Person } from '../../../domain/people.ts';
import { roleName } from '../../../domain/roles.ts';
import { firstOf } from '../../../web/forms/field.ts';
import { digestChoice } from '../../../web/office/digest-choice.tsx';
import { type GivenRole, mePage } from '../../../web/office/me-page.tsx';
import { chooseDigest } from '../../casework/keep-registers.ts';
import { servingOnDays } from '../../casework/serving-days.ts';
import type { PagesApp, PagesDesk } from './desk.ts';
import { chromeOf, send } from './respond.ts';

/** My own page. */
export const addMeRoutes = (app: PagesApp, desk: PagesDesk): void => {
  app.get('/kontor/jag', async (context) => {
    const { subject, memberId, partyGroup, unit, email, dailyDigest, ...person } = context.get('person');
    const today = stockholmDate(desk.now());
    const view = mePage({
      chrome: chromeOf(context, desk),
      subject,
      roles: givenRoles(person, today),
      partyGroup,
      unit,
      mayRaise: memberId === undefined ? undefined : await mayRaise(desk, memberId, today),
      children: digestChoice({ csrf: chromeOf(context, desk).csrf, isOn: dailyDigest === true, email }),
    });
    return send(context, view);
  });

  app.post('/kontor/jag/sammanfattning', async (context) => {
    const isOn = firstOf(context.get('filled'), 'dagligen') === 'ja';
    const answer = await chooseDigest(desk, context.get('actor'), isOn);
    const done = answer.kind === 'refusal' ? '' : `?gjort=jag.digest-${isOn ? 'on' : 'off'}`;
    return context.redirect(`/kontor/jag${done}`, 303);
  });
};

/** Roles as they were given, those in force first. */
export const givenRoles = ({ roles }: Pick<Person, 'roles'>, today: CalendarDate): GivenRole[] =>
  roles
    .map(({ role, from, to }) => ({
      role: roleName[role],
      from,
      to,
      isNow: from <= today && (to === undefined || today <= to),
    }))
    .toSorted((one, other) => Number(other.isNow) - Number(one.isNow));

const mayRaise = async (desk: PagesDesk, memberId: string, today: CalendarDate) => {
  const found = await desk.people.member(memberId);
  const [who] = found === undefined ? [] : await servingOnDays(desk, [found.value], [today]);
  if (who === undefined) return 'Du finns inte i förtroendemannaregistret. Säg till en administratör.';
  const judged = eligibilityOn(who, today);
  return judged.may ? 'Du får väcka motion i dag.' : `${judged.reason} (${judged.rule})`;
};
