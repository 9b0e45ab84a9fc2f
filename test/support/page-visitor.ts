import { makeOffice } from '../../lambdas/office/office.ts';
import type { PagesDesk } from '../../lambdas/office/pages/desk.ts';

/** A page as it came. */
export interface Visited {
  readonly status: number;
  readonly path: string;
  readonly html: string;
  readonly headers: Headers;
}

const site = 'https://motioner.region.example';
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** The text of a page or a part of it, as one reads it. */
export const textOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();

/** What the forms of a page carry unseen: the token, the command's id, the version seen, and what was filled in. */
export const hiddenOf = (html: string): Record<string, string[]> => {
  const carried: Record<string, string[]> = {};
  for (const [, name = '', value = ''] of html.matchAll(
    /<input type="hidden" name="([^"]+)" value="([^"]*)"/g,
  )) {
    const read = value.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
    carried[name] = [...(carried[name] ?? []), read];
  }
  return carried;
};

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Somebody at the office's pages without a browser: keeps cookies, follows redirects, sends forms as a browser does. */
export const makeVisitor = (desk: PagesDesk) => {
  const office = makeOffice(desk, { verify: async () => undefined });
  const jar = new Map<string, string>();

  const ask = async (path: string, init: RequestInit = {}): Promise<Visited> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const url = new URL(path, site);
    const response = await office.request(url.href, { ...init, headers: { cookie, ...init.headers } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null && new URL(location, url).origin === site) return ask(new URL(location, url).href);
    return {
      status: response.status,
      path: `${url.pathname}${url.search}`,
      html: await response.text(),
      headers: response.headers,
    };
  };

  const send = (path: string, fields: Fields): Promise<Visited> => {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, given]) =>
        [given].flat().map((value): [string, string] => [name, value]),
      ),
    );
    return ask(path, {
      method: 'POST',
      body: body.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  };

  return {
    get: (path: string) => ask(path),
    send,
    /** Signs in as a person of the desk. */
    signIn: async (personId: string): Promise<Visited> => {
      await ask('/kontor/logga-in');
      return ask(`/kontor/inloggad?code=${personId}&state=a-state`);
    },
    /** Opens a form, fills it in and sends it; what it carries unseen comes along. */
    fillIn: async (path: string, fields: Fields): Promise<Visited> => {
      const page = await ask(path);
      return send(path, { ...hiddenOf(page.html), ...fields });
    },
    /** Answers yes on a page that asks once more. */
    confirm: (page: Visited): Promise<Visited> =>
      send(page.path, { ...hiddenOf(page.html), steg: 'bekrafta' }),
    cookies: jar,
  };
};
export type Visitor = ReturnType<typeof makeVisitor>;
