import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { observed } from '../observability.ts';
import type { PublicDesk } from './app.ts';
import { makePublicSite } from './site.ts';

/** The public site as a Lambda: it can read the projection and write nothing. */
export const makeHandler = (desk: PublicDesk) =>
  observed<LambdaEvent>().handler(handle(makePublicSite(desk)));
