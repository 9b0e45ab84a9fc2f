import { makePublicApp, type PublicDesk } from './app.ts';
import { makePublicPages } from './pages/app.ts';
import { notFoundAnswer } from './pages/failure-page.ts';

/** The whole public site: the register as data for programs, and pages for people. */
export const makePublicSite = (desk: PublicDesk) => {
  const site = makePublicApp(desk);
  site.route('/', makePublicPages(desk));
  site.notFound((context) => notFoundAnswer(context, desk));
  return site;
};
