import type { Page } from 'playwright-core';

/** What kind of page an address leads to: ids and what is asked are left out. */
export const kindOf = (href: string): string => {
  const { pathname, searchParams } = new URL(href, 'http://site');
  const path = pathname
    .replace(/c[0-9a-f]{20}/g, ':case')
    .replace(/(council|board)-\d{4}-\d{2}-\d{2}(-\d)?/g, ':meeting')
    .replace(/\/m-[a-z-]+/g, '/:member')
    .replace(/\/personer\/[^/]+/, '/personer/:person')
    .replace(/\d{4}-\d{2}-\d{2}/g, ':day');
  const asked = [...new Set(searchParams.keys())].sort().join('&');
  return asked === '' ? path : `${path}?${asked}`;
};

/** Papers are drawn when they are asked for; test/pages/paper-links.test.ts follows those links. */
const isPaper = (href: string) => /\.(pdf|docx|html)(\?|$)/.test(href);

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

interface Crawl {
  readonly from: string;
  /** Which links are followed. */
  readonly follows: (href: string) => boolean;
  /** Pages of one kind that are read: a case looks different at each step. */
  readonly perKind: number;
}

export interface Crawled {
  /** The first page of each kind, by where it leads. */
  readonly kinds: ReadonlyMap<string, string>;
  readonly dead: readonly string[];
}

/** Reads every page that links lead to, within the site, as who is signed in; each link shown must lead somewhere. */
export const crawl = async (page: Page, { from, follows, perKind }: Crawl): Promise<Crawled> => {
  const kinds = new Map<string, string>();
  const seen = new Map<string, number>();
  const known = new Set([from]);
  const waiting = [from];
  const dead: string[] = [];
  for (let href = waiting.shift(); href !== undefined; href = waiting.shift()) {
    const kind = kindOf(href);
    const times = seen.get(kind) ?? 0;
    if (times >= perKind) continue;
    seen.set(kind, times + 1);
    const response = await page.request.get(href);
    if (!response.ok()) {
      dead.push(`${response.status()} ${href}`);
      continue;
    }
    const { 'content-type': type = '', 'content-security-policy': policy = '' } = response.headers();
    // A letter as it was sent is shown in a sandbox: it is nothing of ours to judge here.
    if (!type.startsWith('text/html') || /\bsandbox\b/.test(policy)) continue;
    // Where it leads on to another page, that one is meant.
    const landed = kindOf(response.url());
    if (!kinds.has(landed)) kinds.set(landed, href);
    for (const each of linksIn(await response.text())) {
      if (isPaper(each) || !follows(each) || known.has(each)) continue;
      known.add(each);
      waiting.push(each);
    }
  }
  return { kinds, dead };
};
