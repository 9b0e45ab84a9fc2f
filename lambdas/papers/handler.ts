import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { observed } from '../observability.ts';
import type { TokenVerifier } from '../ports/token-verifier.ts';
import { makePapersApp, type PapersDesk } from './app.ts';

/** The papers as a Lambda: Hono answers, middy observes. */
export const makeHandler = (desk: PapersDesk, tokens: TokenVerifier) =>
  observed<LambdaEvent>().handler(
    handle(makePapersApp(desk, tokens), { isContentTypeBinary: (type) => !isText.test(type) }),
  );

/** Pages and problems; every other paper is bytes. */
const isText = /^text\/html|json/;
