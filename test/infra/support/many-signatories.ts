import { begun } from '../../../lambdas/office/contract.ts';
import { signIn } from '../../../local/client/office-client.ts';
import { roleHolders, yes } from '../../../local/demo/town.ts';
import type { CloudAtHome } from './cloud-at-home.ts';

const idOf = (index: number) => `m-many-${index}`;

/** Enters members through the office's API, as an administrator would. */
export const enterMembers = async (cloud: CloudAtHome, count: number) => {
  const token = await cloud.tokenFor('samira.nordin');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const put = async (path: string, value: object) => {
    const body = JSON.stringify({ value, version: 0 });
    const answer = await fetch(`${cloud.siteUrl}${path}`, { method: 'PUT', headers, body });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  await put('/api/people/nina.ny', { name: 'Nina Ny', roles: [{ role: 'registrar', from: '2020-01-01' }] });
  // Nobody who signs: a letter to one who is protected waits for the registrar.
  await put('/api/members/m-skyddad', {
    name: 'Skyddad Person',
    terms: [{ from: '2010-10-15', office: 'member' }],
    parties: [{ from: '2010-10-15', party: 'V' }],
    servingOn: [],
    protectedIdentity: true,
  });
  for (let index = 0; index < count; index += 1) {
    await put(`/api/members/${idOf(index)}`, {
      name: `Ledamot ${index}`,
      email: `ledamot${index}@region.example`,
      terms: [{ from: '2010-10-15', office: 'member' }],
      parties: [{ from: '2010-10-15', party: 'V' }],
      servingOn: [],
    });
  }
};

/** The registrar enters a motion that came on paper. @returns the case */
export const importMotion = async (cloud: CloudAtHome, signatories: number) => {
  const registrar = await signIn(cloud, roleHolders.registrar);
  const answer = await registrar.begin({
    type: 'import-motion',
    text: { title: 'En motion', body: 'Text.', clauses: ['att något görs'] },
    signatories: Array.from({ length: signatories }, (_, index) => idOf(index)),
    receivedOn: '2024-05-20',
  });
  return yes(answer, begun).caseId;
};
