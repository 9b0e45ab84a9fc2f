import type { Page } from 'playwright-core';

/** What kind of page an address leads to: ids and what is asked are left out. */
export const kindOf = (href: string): string => {
  const { pathname, searchParams } = new URL(href, 'http://site');
  const path = pathname
    .replace(/c[0-9a-f]{20}/g, ':case')
    .replace(/(council|board)-\d{4}-\d{2}-\d{2}(-\d)?/g, ':meeting')
    .replace(/\/m-[a-z-]+/g, '/:member')
    .replace(/\/(personer)\/[^/]+$/g, '/$1/:person')
    .replace(/\d{4}-\d{2}-\d{2}/g, ':day');
  const asked = [...new Set(searchParams.keys())].sort().join('&');
  return asked === '' ? path : `${path}?${asked}`;
};

/** Files and data are no pages. */
const isPage = (href: string) =>
  !/\.(json|csv|pdf|docx|html|ics|css|js|xml|atom)(\?|$)|^\/api\/|openapi/.test(href);

interface Crawl {
  readonly from: readonly string[];
  /** Which links are followed. */
  readonly follows: (href: string) => boolean;
  /** Pages of one kind that are opened: a case looks different at each step. */
  readonly perKind: number;
  readonly look: (kind: string, page: Page, isFirst: boolean) => Promise<void>;
}

/** Opens every page that links lead to, within the site; each link shown must lead somewhere. @returns dead links */
export const crawl = async (page: Page, { from, follows, perKind, look }: Crawl): Promise<string[]> => {
  const seen = new Map<string, number>();
  const known = new Set(from);
  const waiting = [...from];
  const dead: string[] = [];
  for (let href = waiting.shift(); href !== undefined; href = waiting.shift()) {
    const kind = kindOf(href);
    const times = seen.get(kind) ?? 0;
    if (times >= perKind) continue;
    seen.set(kind, times + 1);
    const response = await page.goto(href);
    if ((response?.status() ?? 0) >= 400) {
      dead.push(`${response?.status()} ${href}`);
      continue;
    }
    const links = await page.evaluate<string[]>(
      "[...document.querySelectorAll('a[href^=\"/\"]')].map((each) => each.getAttribute('href').split('#')[0])",
    );
    for (const each of links) {
      if (!isPage(each) || !follows(each) || known.has(each)) continue;
      known.add(each);
      waiting.push(each);
    }
    await look(kind, page, times === 0);
  }
  return dead;
};
