import { handle, type LambdaEvent } from 'hono/aws-lambda';
import type { Casework } from '../casework/dependencies.ts';
import { observed } from '../observability.ts';
import type { TokenVerifier } from '../ports/token-verifier.ts';
import { makeOfficeApp } from './app.ts';

/** The office as a Lambda: Hono answers, middy observes. */
export const makeHandler = (casework: Casework, tokens: TokenVerifier) =>
  observed<LambdaEvent>().handler(handle(makeOfficeApp(casework, tokens), { isContentTypeBinary: isTable }));

/** Read as text, a table would lose the byte order mark by which Excel knows it as UTF-8. */
const isTable = (contentType: string): boolean => contentType.startsWith('text/csv');
