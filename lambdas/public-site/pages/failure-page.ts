import type { Context } from 'hono';
import { errorPage } from '../../../web/error-page.tsx';
import { NotFound, Transient } from '../../failures.ts';
import { failureResponse, problemResponse } from '../../problem.ts';
import type { PublicDesk } from '../app.ts';
import { chromeOf, isForPerson, send } from './respond.ts';

const way = { label: 'Till alla motioner', href: '/' };

const notFound = {
  title: 'Sidan finns inte',
  sentences: [
    'Det du söker finns inte i det offentliga registret.',
    'En motion visas först när den har registrerats. Utkast är partigruppernas egna tills de lämnas in.',
    'Sök på diarienummer eller rubrik bland alla motioner, eller fråga registratorn.',
  ],
};

/** There is nothing at the address: a page for people, a problem for programs. */
export const notFoundAnswer = (context: Context, desk: PublicDesk) => {
  context.header('vary', 'accept');
  if (!isForPerson(context)) return problemResponse(context, 404, { title: 'Finns inte', code: 'not_found' });
  return send(context, errorPage({ chrome: chromeOf(context, desk), ...notFound, way }), 404);
};

/** Breakage as a page for people, and as a problem for programs. */
export const failureAnswer = (context: Context, desk: PublicDesk, error: unknown) => {
  if (error instanceof NotFound) return notFoundAnswer(context, desk);
  context.header('vary', 'accept');
  const asProblem = failureResponse(context, error, desk.journal);
  if (!isForPerson(context)) return asProblem;
  const chrome = chromeOf(context, desk);
  const page = (title: string, sentence: string) => errorPage({ chrome, title, sentences: [sentence], way });
  return error instanceof Transient
    ? send(
        context,
        page('Tillfälligt fel', 'Registret går inte att läsa just nu. Försök igen om en stund.'),
        503,
      )
    : send(context, page('Något gick fel', 'Felet är antecknat. Försök igen om en stund.'), 500);
};
