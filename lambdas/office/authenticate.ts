import { createMiddleware } from 'hono/factory';
import { stockholmDate } from '../../domain/calendar-date.ts';
import { actorOn } from '../../domain/people.ts';
import type { Casework } from '../casework/dependencies.ts';
import type { TokenVerifier } from '../ports/token-verifier.ts';
import { problemResponse } from '../problem.ts';
import type { SignedIn } from './signed-in.ts';

/**
 * Identity from a verified OIDC token only; roles from the record, as of today (architecture §9). A person whom no
 * administrator has entered is signed in and yet may nothing.
 */
export const authenticate = (casework: Pick<Casework, 'people' | 'now'>, tokens: TokenVerifier) =>
  createMiddleware<SignedIn>(async (context, next) => {
    const [scheme, token] = (context.req.header('authorization') ?? '').split(' ');
    const subject =
      scheme?.toLowerCase() === 'bearer' && token !== undefined ? await tokens.verify(token) : undefined;
    if (subject === undefined) {
      context.header('www-authenticate', 'Bearer');
      return problemResponse(context, 401, {
        title: 'Inte inloggad',
        code: 'not_signed_in',
        detail: 'Logga in och försök igen.',
      });
    }
    const person = await casework.people.person(subject);
    if (person === undefined) {
      return problemResponse(context, 403, {
        title: 'Okänd person',
        code: 'unknown_person',
        detail: 'Du är inloggad men inte upplagd här. Be en administratör lägga upp dig.',
        mayBeDoneBy: ['administratör'],
      });
    }
    context.set('person', person.value);
    context.set('actor', actorOn(person.value, stockholmDate(casework.now())));
    return next();
  });
