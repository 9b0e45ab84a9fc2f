import { handle, type LambdaEvent } from 'hono/aws-lambda';
import type { Casework } from '../casework/dependencies.ts';
import { observed } from '../observability.ts';
import type { TokenVerifier } from '../ports/token-verifier.ts';
import { makeOfficeApp } from './app.ts';

/** The office as a Lambda: Hono answers, middy observes. */
export const makeHandler = (casework: Casework, tokens: TokenVerifier) =>
  observed<LambdaEvent>().handler(handle(makeOfficeApp(casework, tokens)));
