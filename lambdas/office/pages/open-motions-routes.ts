import { importOpenMotions } from '../../casework/import-open-motions.ts';
import { hashOf } from '../../event-chain.ts';
import type { PagesApp, PagesDesk } from './desk.ts';
import { addTablePage } from './import-pages.ts';
import { listPath, openMotionsPath } from './paths.ts';
import { requireRole } from './require-role.ts';

/** Motions that were open when the product was taken into use, from a table. */
export const addOpenMotionsRoutes = (app: PagesApp, desk: PagesDesk): void =>
  addTablePage(app, desk, {
    path: openMotionsPath,
    title: 'Läs in öppna motioner',
    lead: 'Motioner som redan var öppna när systemet togs i bruk förs in i sitt läge, med den dag de väcktes. Varje rad prövas innan något förs in: är en rad fel förs inget in.',
    columns:
      'De som behövs: diarienummer, titel, motionärer, inkom, läge. Därtill kan finnas: motionstext, väckt, anmäld, handläggare, enhet, att-satser, förslag, svar, styrelsens datum, styrelsens paragraf, minoritetsåterremiss.',
    trail: [['Ärenden', listPath]],
    require: (actor) => requireRole(actor, 'registrar'),
    // Under the table's own id: one whose import broke off goes on when it is brought in anew, on another visit too.
    run: (request) => importOpenMotions(desk, { ...request, commandId: hashOf(request.content) }),
  });
