import type { AnswerText, MotionText } from '../../domain/documents.ts';

/** A paragraph of some length, so that texts weigh what they do in the papers of a region. */
const paragraph =
  'Regionen har sedan flera år ett uppdrag att ta fram en gemensam plan för hållbar utveckling. Arbetet bedrivs i ' +
  'samverkan med länets kommuner och följs upp varje år i samband med årsredovisningen. Det finns skäl att pröva om ' +
  'nuvarande former räcker till, och vilka kostnader en ändrad ordning skulle föra med sig för verksamheterna. ';

/** A motion of some 2 kB with two clauses, as is common. */
export const aMotionText: MotionText = {
  title: 'Motion om en gemensam plan för hållbar utveckling',
  body: paragraph.repeat(5),
  clauses: [
    'att regionstyrelsen får i uppdrag att ta fram en gemensam plan',
    'att planen följs upp varje år i samband med årsredovisningen',
  ],
};

/** An answer of some 4 kB. */
export const anAnswerText: AnswerText = {
  title: 'Svar på motion om en gemensam plan för hållbar utveckling',
  sections: [
    { heading: 'Sammanfattning', text: paragraph.repeat(2) },
    { heading: 'Beredning', text: paragraph.repeat(4) },
    { heading: 'Bedömning', text: paragraph.repeat(4) },
  ],
};
