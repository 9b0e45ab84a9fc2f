import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { z } from 'zod';
import { calendarDate, stockholmDate } from '../domain/calendar-date.ts';
import type { Organisation } from '../domain/organisation.ts';
import { functions } from '../lambdas/manifest.ts';
import type { BusinessClock } from './business-clock.ts';
import { controlPage } from './control-page.ts';
import { loopback, PortBusy } from './engines/free-port.ts';

/** The HTTP functions of the manifest as the same Hono apps that Lambda runs. */
export interface SiteApps {
  readonly office: { fetch(request: Request): Response | Promise<Response> };
  readonly papers: { fetch(request: Request): Response | Promise<Response> };
  readonly following: { fetch(request: Request): Response | Promise<Response> };
  readonly 'public-site': { fetch(request: Request): Response | Promise<Response> };
}

/** What only one machine has: a clock that can be moved, and engines at addresses of the day. */
export interface LocalControl {
  readonly addresses: { readonly issuer: string; readonly inbox: string };
  readonly organisation: Organisation;
  readonly clock: BusinessClock;
  /** Does what has become due after the clock was moved. */
  readonly tick: () => Promise<unknown>;
}

/** The paths of a function, as Hono writes them. */
const pathsOf = (name: keyof SiteApps): readonly string[] =>
  functions
    .filter((spec) => spec.name === name)
    .flatMap((spec) => ('routes' in spec ? [...spec.routes] : []))
    .map((route) => route.replace('{proxy+}', '*').replace(/\{(\w+)\}/g, ':$1'));

/**
 * Serves both sites on the loopback address, each path by the function that the manifest gives it to.
 * @throws PortBusy when the port is taken
 */
export const serveSite = async (apps: SiteApps, control: LocalControl, port: number) => {
  const site = new Hono();
  // The papers first: their paths lie within the office's, and API Gateway takes the one that says most.
  for (const name of ['papers', 'office', 'following'] as const) {
    for (const path of pathsOf(name)) site.all(path, (context) => apps[name].fetch(context.req.raw));
  }
  addLocalControl(site, control);
  site.all('*', (context) => apps['public-site'].fetch(context.req.raw));
  return await new Promise<{ url: string; stop: () => Promise<void> }>((resolve, reject) => {
    const server = serve({ fetch: site.fetch, port, hostname: loopback }, (info) =>
      resolve({
        url: `http://${loopback}:${info.port}`,
        stop: () =>
          new Promise<void>((stopped) => {
            server.close(() => stopped());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortBusy(port) : error),
    );
  });
};

const addLocalControl = (site: Hono, { addresses, organisation, clock, tick }: LocalControl) => {
  const today = () => stockholmDate(clock.now());
  site.get('/local', async (context) =>
    context.html(await controlPage({ organisation, today: today(), inbox: addresses.inbox })),
  );
  site.get('/local/addresses', (context) => context.json(addresses));
  site.get('/local/clock', (context) => context.json({ today: today() }));
  site.post('/local/clock', async (context) => {
    // A page of another site can post here from the visitor's browser; it may not move the clock.
    const { origin } = new URL(context.req.url);
    if ((context.req.header('origin') ?? origin) !== origin)
      return context.json({ error: 'not from here' }, 403);
    // By what it is and not by what it says it is: curl calls all it sends a form.
    const body = await context.req.text();
    const isForm = body.startsWith('today=');
    const asked = z.object({ today: calendarDate }).safeParse(isForm ? formOf(body) : jsonOf(body));
    if (!asked.success) return context.json({ error: 'send {"today": "2026-06-01"}' }, 400);
    clock.moveTo(asked.data.today);
    await tick();
    return isForm ? context.redirect('/local', 303) : context.json({ today: today() });
  });
};

const formOf = (body: string): unknown => Object.fromEntries(new URLSearchParams(body));

const jsonOf = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};
