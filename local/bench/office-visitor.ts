/** The cookies of one browser, by the site they are for. */
type Jar = Map<string, Map<string, string>>;

const keep = (jar: Jar, origin: string, response: Response) => {
  const own = jar.get(origin) ?? new Map<string, string>();
  jar.set(origin, own);
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    own.set(name, value);
  }
};

/** Asks as a browser does: brings its cookies, and goes where it is sent. @returns the last answer and its address */
const ask = async (jar: Jar, address: string, body?: URLSearchParams) => {
  let url = address;
  let response = await asked(jar, url, body);
  for (let location = response.headers.get('location'); location !== null; ) {
    url = new URL(location, url).href;
    response = await asked(jar, url);
    location = response.headers.get('location');
  }
  return { url, response };
};

const asked = async (jar: Jar, url: string, body?: URLSearchParams): Promise<Response> => {
  const { origin } = new URL(url);
  const cookie = [...(jar.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  const method = body === undefined ? 'GET' : 'POST';
  const response = await fetch(url, {
    method,
    headers: { cookie },
    redirect: 'manual',
    ...(body && { body }),
  });
  keep(jar, origin, response);
  return response;
};

/**
 * Signs a demo person in at the office's pages, at the provider's own form.
 * @returns a way to read a page as that person
 * @throws Error when the office does not let the person in
 */
export const signInAt = async (siteUrl: string, subject: string) => {
  const jar: Jar = new Map();
  const chosen = await ask(jar, `${siteUrl}/kontor`);
  const { url, response } = await ask(jar, chosen.url, new URLSearchParams({ person: subject }));
  if (!url.startsWith(siteUrl) || !response.ok) throw new Error(`${subject} is not let in: ${url}`);
  await response.text();
  return async (path: string): Promise<Response> => (await ask(jar, `${siteUrl}${path}`)).response;
};
