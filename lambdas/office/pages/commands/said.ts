import { formOf } from './all-forms.ts';
import { meetingForms } from './meeting-forms.ts';
import { minutesForms } from './minutes-forms.ts';

interface Said {
  readonly type: string;
  readonly done: string;
}

/** What is done by pages of their own. */
const otherwise: readonly Said[] = [
  { type: 'register.saved', done: 'Ändringen är sparad och antecknad.' },
  { type: 'register.revoked', done: 'Inbjudan är återtagen.' },
  { type: 'import-motion', done: 'Motionen är införd. Registrera den nu.' },
  { type: 'restart', done: 'Ärendet går vidare, och brev som inte gick fram skickas igen.' },
  { type: 'mote.plan-meeting', done: 'Sammanträdet är inlagt.' },
  { type: 'mote.record-attendance', done: 'Närvaron är förd.' },
  { type: 'mote.declare-disqualification', done: 'Jävet är antecknat.' },
  { type: 'brev.resend', done: 'Brevet skickas igen inom några minuter.' },
  { type: 'brev.settle', done: 'Antecknat: mottagaren är nådd på annat sätt.' },
  { type: 'brev.release', done: 'Brevet är godkänt och skickas inom några minuter.' },
  { type: 'jag.digest-on', done: 'Du får ett brev varje arbetsdag då något väntar på dig.' },
  { type: 'jag.digest-off', done: 'Du får inget dagligt brev.' },
  { type: 'mote.dagordning', done: 'Ärendena står på dagordningen.' },
  { type: 'protokoll.open-minutes', done: 'Protokollet är öppnat.' },
];

const known: readonly Said[] = [
  ...meetingForms.map(({ type, done }) => ({ type: `mote.${type}`, done })),
  ...minutesForms.map(({ type, done }) => ({ type: `protokoll.${type}`, done })),
  ...otherwise,
];

/** What the page after a form says: known sentences only, so that an address cannot put words on a page. */
export const saidOf = (done: string | undefined): string | undefined =>
  done === undefined ? undefined : (formOf(done)?.done ?? known.find(({ type }) => type === done)?.done);
