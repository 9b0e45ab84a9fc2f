import { isOpen, type Minutes } from './minutes.ts';
import { type Refusal, refuse } from './refusal.ts';

/** What is left to do when it is no longer certain that what is signed is what is written (KL 5:69). */
const signedByOne =
  'En justerare har skrivit under, och det som är underskrivet ändras inte. Den justerare som återstår kan låta anteckna vad som är fel; sedan rättas det med en tjänsteanteckning.';
const certified = 'Det är justerat. Det som är fel rättas med en tjänsteanteckning, inte i protokollet.';

/** Whether nothing more is written into minutes: one has signed them, or all have (KL 5:69). None yet, none closed. */
export const closedRefusal = (minutes: Minutes | undefined): Refusal | undefined =>
  minutes === undefined || isOpen(minutes)
    ? undefined
    : refuse('minutes_closed', { detail: minutes.status === 'Open' ? signedByOne : certified });
