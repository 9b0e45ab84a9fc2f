import type { Stage } from '../../domain/public-state.ts';

/** The orders of the list. */
export const registerSorts = ['nyast', 'aldst', 'nasta', 'titel'] as const;

/** What is asked of the list of motions; all of it stands in the address, in words a person can read. */
export interface RegisterQuestion {
  readonly sok: string;
  readonly lage?: 'oppna' | Stage | undefined;
  readonly parti?: string | undefined;
  readonly ar?: number | undefined;
  readonly organ?: 'fullmaktige' | 'styrelsen' | undefined;
  readonly forsenad?: 'ja' | undefined;
  readonly sortera: (typeof registerSorts)[number];
  readonly sida: number;
}

/** The address of a list: what is usual is left out. */
export const registerAddress = (asked: RegisterQuestion): string => {
  const { sok, lage, parti, ar, organ, forsenad, sortera, sida } = asked;
  const given = {
    sok: sok === '' ? undefined : sok,
    ...{ lage, parti, ar, organ, forsenad },
    sortera: sortera === 'nyast' ? undefined : sortera,
    sida: sida === 1 ? undefined : sida,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value !== undefined) query.set(name, String(value));
  return query.size === 0 ? '/' : `/?${query}`;
};
