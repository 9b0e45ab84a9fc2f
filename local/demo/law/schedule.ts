import type { Town } from '../town.ts';

type Act = () => Promise<unknown>;

/** What happens on which day; several things on one day in the order they were put down. */
export interface Schedule {
  on(day: string, act: Act): void;
  /** Lives through all of it, day by day, also what is put down on the way. */
  run(): Promise<void>;
}

export const makeSchedule = (town: Town): Schedule => {
  const acts: { day: string; order: number; act: Act }[] = [];
  let order = 0;
  return {
    on: (day, act) => {
      order += 1;
      acts.push({ day, order, act });
    },
    run: async () => {
      let today = '';
      while (acts.length > 0) {
        acts.sort((one, other) => one.day.localeCompare(other.day) || one.order - other.order);
        const next = acts.shift();
        if (next === undefined) return;
        if (next.day > today) {
          today = next.day;
          await town.on(today);
        }
        await next.act();
      }
    },
  };
};
