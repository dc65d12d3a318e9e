import type { LocalState } from '../../local/page/local/schemas';

/** What `GET /__local/state` answers, for tests of the page. */
export function aLocalState(): LocalState {
  return {
    app: { name: 'SeatTrace' },
    organization: { name: 'Northwind Example', siteUrl: 'https://northwind-example.atlassian.net' },
    seed: 'tiny',
    clock: { now: '2026-11-02T09:00:00.000Z' },
    modules: [
      { key: 'seattrace-admin', title: 'SeatTrace', place: 'admin' },
      { key: 'seattrace-configure', title: 'SeatTrace settings', place: 'configure' },
      { key: 'seattrace-global', title: 'SeatTrace', place: 'global' },
    ],
    triggers: [{ key: 'seattrace-hourly', interval: 'hour' }],
    personas: [
      { key: 'admin', accountId: '712020:1', name: 'Ada Admin', rights: 'Organization admin' },
      { key: 'approver', accountId: '712020:2', name: 'Bram Approver', rights: 'Site admin' },
    ],
  };
}
