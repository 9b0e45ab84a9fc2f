import type { CloudAtHome } from './cloud-at-home.ts';

/** A browser at the office's pages behind the template's routes, as far as cookies and forms go. */
export const browse = ({ siteUrl, identity }: CloudAtHome) => {
  const jar = new Map<string, string>();
  const ask = async (path: string, form?: URLSearchParams) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = form === undefined ? {} : { method: 'POST', body: form.toString() };
    const answer = await fetch(`${siteUrl}${path}`, {
      ...sent,
      redirect: 'manual',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      jar.set(name, value);
    }
    return answer;
  };
  return {
    ask,
    /** Signs in at the provider and comes back; gives where the provider was asked, and where one is sent. */
    signIn: async (subject: string) => {
      const begun = await ask('/kontor/logga-in');
      const provider = new URL(begun.headers.get('location') ?? '');
      const code = identity.codeFor(subject, provider);
      const back = await ask(`/kontor/inloggad?code=${code}&state=${provider.searchParams.get('state')}`);
      return { provider, back };
    },
    /** Fills in the form of a page; what it carries unseen comes along. */
    fillIn: async (path: string, fields: Readonly<Record<string, string>>) => {
      const html = await (await ask(path)).text();
      const carried = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']): [string, string] => [name, value],
      );
      return ask(path, new URLSearchParams([...carried, ...Object.entries(fields)]));
    },
  };
};
