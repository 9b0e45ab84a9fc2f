import type { TokenVerifier } from '../ports/token-verifier.ts';
import { makeOfficeApp } from './app.ts';
import { makeOfficePages } from './pages/app.ts';
import type { PagesDesk } from './pages/desk.ts';
import type { OfficeApp } from './signed-in.ts';

/** The whole office: the API for programs and the pages for people, over the same use cases. */
export const makeOffice = (desk: PagesDesk, tokens: TokenVerifier): OfficeApp => {
  const office = makeOfficeApp(desk, tokens);
  office.route('/', makeOfficePages(desk));
  return office;
};
