import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Chrome, NavigationLink, OfficeChrome } from './chrome.ts';

interface DocumentProps {
  readonly title: string;
  readonly chrome: Chrome;
  readonly script?: string;
  readonly head?: Child;
  readonly children: Child;
}

const Document = ({ title, chrome, script, head, children }: DocumentProps) => (
  <html lang="sv">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${title} – ${chrome.organisation.name}`}</title>
      <link rel="stylesheet" href={chrome.stylesheet} />
      <link rel="icon" href="data:," />
      {script === undefined ? null : <script src={script} defer></script>}
      {head}
    </head>
    <body>
      <a class="skip" href="#innehall">
        Hoppa till innehållet
      </a>
      {children}
    </body>
  </html>
);

const Banner = ({ banner }: Chrome['organisation']) =>
  banner === undefined ? null : (
    <aside class="banner" aria-label="Om den här platsen">
      <div class="wide">
        <span>{banner.text}</span>
        {banner.link === undefined ? null : <a href={banner.link.href}>{banner.link.label}</a>}
      </div>
    </aside>
  );

const isCurrent = (path: string, href: string) =>
  path === href || (href !== '/' && href !== '/kontor' && path.startsWith(`${href}/`));

const Navigation = ({
  label,
  links,
  path,
}: {
  label: string;
  links: readonly NavigationLink[];
  path: string;
}) => (
  <nav aria-label={label}>
    <ul>
      {links.map(({ href, label: text }) => (
        <li>
          <a href={href} aria-current={isCurrent(path, href) ? 'page' : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const Brand = ({ href, chrome, suffix }: { href: string; chrome: Chrome; suffix?: string }) => {
  const { name, logo } = chrome.organisation;
  return (
    <a class="brand" href={href}>
      {logo === undefined ? null : (
        <svg viewBox={logo.viewBox} aria-hidden="true">
          <path d={logo.path} />
        </svg>
      )}
      <span>{suffix === undefined ? name : `${name} – ${suffix}`}</span>
    </a>
  );
};

const Main = ({ children }: { children: Child }) => (
  <main id="innehall" class="wide" tabindex={-1}>
    {children}
  </main>
);

const publicLinks: readonly NavigationLink[] = [
  { href: '/', label: 'Motioner' },
  { href: '/sammantraden', label: 'Sammanträden' },
  { href: '/anslagstavla', label: 'Anslagstavla' },
  { href: '/statistik', label: 'Statistik' },
];

/** A page that anyone may read; it runs no script. */
export const PublicPage = ({
  title,
  chrome,
  head,
  children,
}: {
  title: string;
  chrome: Chrome;
  head?: Child;
  children: Child;
}) => (
  <Document title={title} chrome={chrome} head={head}>
    <Banner {...chrome.organisation} />
    <header class="band">
      <div class="wide">
        <Brand href="/" chrome={chrome} />
        <Navigation label="Huvudmeny" links={publicLinks} path={chrome.path} />
      </div>
    </header>
    <Main>{children}</Main>
    <footer class="foot">
      <div class="wide">
        <span>{chrome.organisation.name}, motionsregistret</span>
        <a href="/oppna-data">Öppna data</a>
        <a href="/tillganglighet">Tillgänglighet</a>
        <a href="/kontor">Logga in</a>
      </div>
    </footer>
  </Document>
);

const SignedIn = ({ chrome }: { chrome: OfficeChrome }) => (
  <div class="who">
    <a href="/kontor/jag">{chrome.person.name}</a>
    <form method="post" action="/kontor/logga-ut">
      <input type="hidden" name="csrf" value={chrome.csrf} />
      <button type="submit">Logga ut</button>
    </form>
  </div>
);

/** A page of the office. Every form on it works without its script. */
export const OfficePage = ({
  title,
  chrome,
  children,
}: {
  title: string;
  chrome: OfficeChrome;
  children: Child;
}) => (
  <Document title={title} chrome={chrome} script={chrome.script}>
    <Banner {...chrome.organisation} />
    <header class="band">
      <div class="wide">
        <Brand href="/kontor" chrome={chrome} />
        <SignedIn chrome={chrome} />
        <Navigation label="Huvudmeny" links={chrome.links} path={chrome.path} />
      </div>
    </header>
    <Main>
      {chrome.said === undefined ? null : (
        <div class="notice good" role="status">
          <p>{chrome.said}</p>
        </div>
      )}
      {children}
    </Main>
    <footer class="foot">
      <div class="wide">
        <span>{chrome.organisation.name}</span>
        <a href="/">Det offentliga registret</a>
        <a href="/tillganglighet">Tillgänglighet</a>
      </div>
    </footer>
  </Document>
);

/** The page as it is sent. */
export const documentOf = (page: Child) => html`<!doctype html>${page}`;
