import type { Tone } from '../../../web/components/notice.tsx';
import type { letterViewsOf } from '../letter-view.ts';

type View = Awaited<ReturnType<typeof letterViewsOf>>[number];

/** Why a letter was given up, as somebody would say it. */
const problems: Readonly<Record<string, string>> = {
  NoAddress: 'ingen adress',
  AddressStopped: 'adressen är spärrad',
  InvalidAddress: 'adressen är felskriven',
};

const fates = {
  delivered: { standing: 'Levererat', tone: 'good' },
  bounced: { standing: 'Kom tillbaka', tone: 'bad' },
  complained: { standing: 'Mottagaren vill inte ha våra brev', tone: 'bad' },
} as const;

/** Where a letter stands, in words. */
export const standingOf = (view: View): { readonly standing: string; readonly tone: Tone | undefined } => {
  const { state, fate, problem, settled, attempts } = view;
  if (settled !== undefined) return { standing: 'Nådd på annat sätt', tone: 'good' };
  switch (state) {
    case 'held':
      return { standing: 'Väntar på godkännande', tone: 'warn' };
    case 'owed':
      return attempts > 1
        ? { standing: 'Försöker igen', tone: 'warn' }
        : { standing: 'Ska skickas', tone: undefined };
    case 'dropped':
      return { standing: 'Skickas inte: det brevet handlade om är återtaget', tone: undefined };
    case 'failed':
      return {
        standing: `Gick inte att skicka: ${problems[problem ?? ''] ?? 'brevet avvisades'}`,
        tone: 'bad',
      };
    case 'sent':
      return fate === undefined ? { standing: 'Skickat', tone: undefined } : fates[fate.kind];
  }
};
