import { describe, expect, it } from 'vitest';
import { parsePageAddress } from '../../local/page/page-address';
import { chooseModule, choosePerson } from '../../local/page/session';
import { aLocalState } from './local-state';

const address = (path: string) => parsePageAddress(new URL(path, 'http://127.0.0.1'));
const nobody = () => Promise.resolve(undefined);

describe('the session that an address asks for', () => {
  it('opens the module that it names', () => {
    const module = chooseModule(aLocalState(), address('/jira/apps/seattrace-global'));
    expect(module.key).toBe('seattrace-global');
  });

  it('opens the administration page when it names none that exists', () => {
    expect(chooseModule(aLocalState(), address('/jira/apps/other')).place).toBe('admin');
  });

  it('acts as the persona that it names', async () => {
    const { person, personaKey } = await choosePerson(aLocalState(), 'approver', nobody);
    expect([person.name, personaKey]).toEqual(['Bram Approver', 'approver']);
  });

  it('knows a persona by its account id as well', async () => {
    expect((await choosePerson(aLocalState(), '712020:2', nobody)).personaKey).toBe('approver');
  });

  it('acts as any other account of the organization', async () => {
    const other = { accountId: '712020:9', name: 'Zoe', rights: '' };
    const chosen = await choosePerson(aLocalState(), '712020:9', () => Promise.resolve(other));
    expect(chosen).toEqual({ person: other, personaKey: null });
  });

  it('acts as the first persona when nobody is named', async () => {
    expect((await choosePerson(aLocalState(), null, nobody)).personaKey).toBe('admin');
  });
});
