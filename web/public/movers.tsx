import type { MoverName } from '../../domain/mover-names.ts';

/** The movers by party, in the order they signed: `Anna Ek, Bo Alm (V)`. */
export const moversText = (movers: readonly MoverName[]): string => {
  const byParty = [...Map.groupBy(movers, ({ party }) => party)];
  return byParty
    .map(
      ([party, own]) => `${own.map(nameOf).join(', ')}${party === '' || party === '-' ? '' : ` (${party})`}`,
    )
    .join(', ');
};

const nameOf = ({ name, withdrawn }: MoverName): string => (withdrawn ? `${name} (återtagit)` : name);

const mostNamed = 2;

/** The same in a list: the first, and how many more. */
export const moversShort = (movers: readonly MoverName[]): string => {
  const left = movers.length - mostNamed;
  // One more is as short as its name.
  return left <= 1 ? moversText(movers) : `${moversText(movers.slice(0, mostNamed))} och ${left} till`;
};
