import { expect, test } from 'vitest';
import { namedOn, organisation } from '../../domain/organisation.ts';
import { aRegion } from '../support/motion-people.ts';

/** domain.md §11.3: a body renamed is the same body, with dated names. */
const renamed = organisation.parse({
  ...aRegion(),
  name: 'Region Exempel',
  bodies: { council: 'regionfullmäktige', board: 'regionstyrelsen' },
  formerly: [
    { until: '2018-12-31', name: 'Landstinget Exempel', council: 'landstingsfullmäktige' },
    { until: '2022-10-14', board: 'landstingsstyrelsen' },
    { until: '1970-12-31', name: 'Exempels läns landsting', council: 'landstinget' },
  ],
});
const namesOn = (day: string) => {
  const { name, bodies } = namedOn(renamed, day);
  return [name, bodies.council, bodies.board];
};

test('a body has the name it had on the day, up to and including its last', () => {
  expect(namesOn('1970-12-31')).toEqual(['Exempels läns landsting', 'landstinget', 'landstingsstyrelsen']);
  expect(namesOn('1971-01-01')).toEqual([
    'Landstinget Exempel',
    'landstingsfullmäktige',
    'landstingsstyrelsen',
  ]);
  expect(namesOn('2018-12-31')).toEqual(namesOn('1971-01-01'));
  expect(namesOn('2019-01-01')).toEqual(['Region Exempel', 'regionfullmäktige', 'landstingsstyrelsen']);
  expect(namesOn('2022-10-15')).toEqual(['Region Exempel', 'regionfullmäktige', 'regionstyrelsen']);
});

test('one that was never renamed has the name it has, and nothing else of the organisation changes', () => {
  const region = aRegion();
  expect(namedOn(region, '1999-01-01')).toEqual(region);
  expect(namedOn(renamed, '1999-01-01')).toMatchObject({ seats: renamed.seats, register: renamed.register });
});
