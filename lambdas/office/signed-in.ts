import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Person } from '../../domain/people.ts';
import type { Actor } from '../../domain/roles.ts';

/** What every signed-in route knows. */
export interface SignedIn {
  Variables: { actor: Actor; person: Person };
}

/** The office's app while its routes are added. */
export type OfficeApp = OpenAPIHono<SignedIn>;
