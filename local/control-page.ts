import { html } from 'hono/html';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { addDays } from '../domain/calendar-date.ts';
import type { Organisation } from '../domain/organisation.ts';
import { stylesheetPath } from '../lambdas/stylesheet-path.ts';
import { documentOf, PublicPage } from '../web/layout.tsx';

/** What the control page of one machine shows. */
export interface ControlFacts {
  readonly organisation: Organisation;
  readonly today: CalendarDate;
  readonly inbox: string;
}

/** The way of a motion, as a visitor alone can go it: who does what, and how far the clock is moved. */
const way: readonly (readonly [who: string, what: string])[] = [
  ['Hannes Lindgård, ledamot', 'skriver en motion, godkänner texten och lämnar in den'],
  ['Sigrid Hallman, registrator', 'registrerar den'],
  ['Gustav Wennerlund, fullmäktiges sekreterare', 'remitterar den till styrelsen'],
  ['Elin Törnros, styrelsens sekreterare', 'utser handläggare'],
  ['Nils Åkerhjelm, handläggare', 'börjar bereda, skriver svaret och skickar det för godkännande'],
  ['Birgitta Sandelius, chef, och Rickard Simonsson, direktör', 'godkänner svaret'],
  [
    'Elin Törnros',
    'lägger in ett styrelsesammanträde och sätter upp ärendet; flytta klockan dit; för in förslaget',
  ],
  ['Gustav Wennerlund', 'gör detsamma i fullmäktige och för in beslutet'],
  ['Karin Stålberg, justerare', 'justerar protokollet'],
  ['Gustav Wennerlund', 'anslår det; flytta klockan tre veckor'],
  ['Sigrid Hallman', 'bekräftar att inget överklagande kommit in: beslutet har fått laga kraft'],
];

const leaps = [
  [1, 'En dag'],
  [7, 'En vecka'],
  [22, 'Tre veckor och en dag'],
  [91, 'Tre månader'],
] as const;

/** The page of one machine: the clock that can be moved, the inbox, and a way to try everything alone. */
export const controlPage = ({ organisation, today, inbox }: ControlFacts) =>
  documentOf(
    PublicPage({
      title: 'Provmiljön',
      chrome: { organisation, stylesheet: stylesheetPath(organisation.colours), path: '/local' },
      children: html`
<h1>Provmiljön på den här datorn</h1>
<p class="lead">Allt här är på prov: personerna är påhittade och breven stannar i inkorgen.</p>
<div class="row">
  <a class="button first" href="/kontor">Logga in som någon</a>
  <a class="button" href="/">Det offentliga registret</a>
  <a class="button" href="${inbox}">Inkorgen för brev</a>
</div>
<h2>Klockan är <time datetime="${today}">${today}</time></h2>
<p class="prose">Flytta den framåt för att se vad som händer. Frister ringer, brev går ut och överklagandetiden löper som om dagarna gått.</p>
<form class="row end" method="post" action="/local/clock">
  <div class="field"><label for="today">Ny dag</label><input type="date" id="today" name="today" value="${today}" required></div>
  <button type="submit">Flytta klockan</button>
</form>
<div class="row">
${leaps.map(
  ([days, label]) =>
    html`<form method="post" action="/local/clock"><button class="small" name="today" value="${addDays(today, days)}">${label} framåt</button></form>`,
)}
</div>
<h2>Så bär du en motion igenom på tio minuter</h2>
<ol class="prose">
${way.map(([who, what]) => html`<li><strong>${who}</strong> ${what}.</li>`)}
</ol>`,
    }),
  );
