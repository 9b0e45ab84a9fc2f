import type { CloudAtHome } from './cloud-at-home.ts';

/** A browser's cookies before the pages of the office, behind the template's routes. */
export const pageSession = (cloud: CloudAtHome) => {
  const jar = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const form =
      typeof init.body === 'string' ? { 'content-type': 'application/x-www-form-urlencoded' } : undefined;
    const answer = await fetch(`${cloud.siteUrl}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { cookie, ...form },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      jar.set(name, value);
    }
    return answer;
  };
  /** Signs somebody in at the provider. */
  const signIn = async (subject: string) => {
    const begun = await ask('/kontor/logga-in');
    const provider = new URL(begun.headers.get('location') ?? '');
    const code = cloud.identity.codeFor(subject, provider);
    const back = await ask(`/kontor/inloggad?code=${code}&state=${provider.searchParams.get('state')}`);
    return { provider, back };
  };
  return { ask, signIn };
};

export const csrfOf = (html: string): string => /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
