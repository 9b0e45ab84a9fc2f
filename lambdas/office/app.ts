import { OpenAPIHono } from '@hono/zod-openapi';
import type { Casework } from '../casework/dependencies.ts';
import type { TokenVerifier } from '../ports/token-verifier.ts';
import { failureResponse, invalidInputResponse, problemResponse } from '../problem.ts';
import { acceptBody } from './accept-body.ts';
import { authenticate } from './authenticate.ts';
import { addCaseRoutes } from './case-routes.ts';
import { addImportRoutes } from './import-routes.ts';
import { addJointRoutes } from './joint-routes.ts';
import { addLetterRoutes } from './letter-routes.ts';
import { addListRoutes } from './list-routes.ts';
import { addMeetingRoutes } from './meeting-routes.ts';
import { addMinutesRoutes } from './minutes-routes.ts';
import { describePapers } from './paper-paths.ts';
import { addPeopleRoutes } from './people-routes.ts';
import { addReportRoutes } from './report-routes.ts';
import type { OfficeApp, SignedIn } from './signed-in.ts';

/** The signed-in JSON API: every command, and what is needed to see what to do next. */
export const makeOfficeApp = (casework: Casework, tokens: TokenVerifier): OfficeApp => {
  const app: OfficeApp = new OpenAPIHono<SignedIn>({
    defaultHook: (result, context) => {
      if (!result.success) return invalidInputResponse(context, result.error);
    },
  });
  app.onError((error, context) => failureResponse(context, error, casework.journal));
  app.notFound((context) => problemResponse(context, 404, { title: 'Finns inte', code: 'not_found' }));
  app.openAPIRegistry.registerComponent('securitySchemes', 'oidc', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  });
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Besvarad, kontoret', version: '1', license: { name: 'EUPL-1.2' } },
    security: [{ oidc: [] }],
  });
  app.use('/api/*', authenticate(casework, tokens), ...acceptBody);
  addCaseRoutes(app, casework);
  addJointRoutes(app, casework);
  addLetterRoutes(app, casework);
  addMinutesRoutes(app, casework);
  addMeetingRoutes(app, casework);
  addListRoutes(app, casework);
  addPeopleRoutes(app, casework);
  addImportRoutes(app, casework);
  addReportRoutes(app, casework);
  describePapers(app);
  return app;
};
