import { addAgendaRoutes } from './agenda-routes.ts';
import { addAttendanceRoutes } from './attendance-routes.ts';
import { addDealingRoutes } from './dealing/dealing-routes.ts';
import type { PagesApp, PagesDesk } from './desk.ts';
import { addDisqualificationRoutes } from './disqualification-routes.ts';
import { addMeetingCommandRoutes } from './meeting-command-routes.ts';
import { addMeetingRoutes } from './meeting-routes.ts';
import { addMeetingsRoutes } from './meetings-routes.ts';
import { addMinutesCommandRoutes } from './minutes-command-routes.ts';
import { addMinutesRoutes } from './minutes-routes.ts';
import { addOpenMinutesRoutes } from './open-minutes-routes.ts';
import { addPlanMeetingRoutes } from './plan-meeting-routes.ts';
import { addReportPages } from './report-routes.ts';

/** The pages of the secretaries and the certifiers: meetings, their agendas, the minutes and the reports. */
export const addMeetingPages = (app: PagesApp, desk: PagesDesk): void => {
  addMeetingsRoutes(app, desk);
  // Before the page of a meeting, whose address begins the same.
  addPlanMeetingRoutes(app, desk);
  addMeetingRoutes(app, desk);
  addMeetingCommandRoutes(app, desk);
  addAgendaRoutes(app, desk);
  addAttendanceRoutes(app, desk);
  addDisqualificationRoutes(app, desk);
  addDealingRoutes(app, desk);
  addOpenMinutesRoutes(app, desk);
  addMinutesRoutes(app, desk);
  addMinutesCommandRoutes(app, desk);
  addReportPages(app, desk);
};
