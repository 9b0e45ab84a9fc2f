import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { observed } from '../observability.ts';
import type { TokenVerifier } from '../ports/token-verifier.ts';
import { makeOffice } from './office.ts';
import type { PagesDesk } from './pages/desk.ts';

/** The office as a Lambda: Hono answers, middy observes. */
export const makeHandler = (desk: PagesDesk, tokens: TokenVerifier) =>
  observed<LambdaEvent>().handler(handle(makeOffice(desk, tokens), { isContentTypeBinary: isTable }));

/** Read as text, a table would lose the byte order mark by which Excel knows it as UTF-8. */
const isTable = (contentType: string): boolean => contentType.startsWith('text/csv');
