import { handle, type LambdaEvent } from 'hono/aws-lambda';
import type { FollowingDesk } from '../casework/follow.ts';
import { observed } from '../observability.ts';
import { makeFollowingApp } from './app.ts';

/** Following by letter as a Lambda, apart from the public site, which can write nothing. */
export const makeHandler = (desk: FollowingDesk) =>
  observed<LambdaEvent>().handler(handle(makeFollowingApp(desk)));
