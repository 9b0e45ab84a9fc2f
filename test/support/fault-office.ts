import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { demoPersonGrant } from '../../local/sign-in/demo-person-grant.ts';
import type { FaultyProduct } from './fault-product.ts';

/** A command that was accepted, where and as which version. */
export interface Accepted {
  readonly commandId: string;
  readonly type: string;
  /** The case or the minutes. */
  readonly subject: string;
  readonly version: number;
}

export interface OfficeAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: unknown;
}

const problem = z.object({ code: z.string() });
const done = z.object({ version: z.int(), caseId: z.string().optional() });
const patience = 12;

export const codeOf = ({ body }: OfficeAnswer): string | undefined => problem.safeParse(body).data?.code;

/** The office over HTTP, as a client that does not give up uses it. */
export const openOffice = ({ besvarad }: FaultyProduct) => {
  const tokens = new Map<string, Promise<string>>();
  const signIn = async (subject: string) => {
    const body = new URLSearchParams({
      grant_type: demoPersonGrant,
      client_id: 'besvarad-cli',
      person: subject,
    });
    const answer = await fetch(`${besvarad.issuer}/token`, { method: 'POST', body });
    return z.object({ access_token: z.string() }).parse(await answer.json()).access_token;
  };
  const tokenOf = (subject: string) => {
    const found = tokens.get(subject) ?? signIn(subject);
    tokens.set(subject, found);
    return found;
  };

  /** One request and its answer, whatever it is. */
  const once = async (subject: string, path: string, sent?: object): Promise<OfficeAnswer> => {
    const headers = { authorization: `Bearer ${await tokenOf(subject)}`, 'content-type': 'application/json' };
    const init = sent === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(sent) };
    const answer = await fetch(besvarad.siteUrl + path, init);
    return {
      status: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      body: await answer.json(),
    };
  };

  /** The same request until it is answered by yes or no: what may be tried again, says so. */
  const untilAnswered = async (subject: string, path: string, sent?: object): Promise<OfficeAnswer> => {
    for (let tries = 1; ; tries += 1) {
      const answer = await once(subject, path, sent);
      if (answer.status === 503 && answer.retryAfter === null)
        throw new Error(`${path}: 503 and no Retry-After`);
      const isAgain = answer.status === 503 || codeOf(answer) === 'conflict';
      if (!isAgain || tries === patience) return answer;
    }
  };

  const accepted: Accepted[] = [];
  let repeat = async (): Promise<number> => 0;
  /** Sends a command until it is accepted. @throws Error for any no, with the answer */
  const command = async (subject: string, path: string, asked: { type: string }, about?: string) => {
    const commandId = randomUUID();
    const send = () => untilAnswered(subject, path, { commandId, command: asked });
    const answer = await send();
    if (answer.status >= 300)
      throw new Error(`${asked.type}: ${answer.status} ${JSON.stringify(answer.body)}`);
    const { version, caseId } = done.parse(answer.body);
    const entry = { commandId, type: asked.type, subject: about ?? caseId ?? '', version };
    accepted.push(entry);
    repeat = async () => {
      const { body } = await send();
      if (done.safeParse(body).data?.version !== version) throw new Error(`${asked.type} had two answers`);
      return version;
    };
    return entry;
  };
  /** Sends the last command once more, as a client does that lost the answer. @throws Error for another answer */
  const repeatLast = () => repeat();
  return { once, untilAnswered, command, repeatLast, accepted };
};

export type Office = ReturnType<typeof openOffice>;
