import type { ComponentType } from 'react';
import { useState } from 'react';
import { CallsTab } from './calls-tab';
import { ClockTab } from './clock-tab';
import { FaultsTab } from './faults-tab';
import { InspectionTab } from './inspection-tab';
import type { TabProps } from './tab-props';
import { ISSUES, KVS, MAIL, MEMBERSHIPS, QUEUES } from './inspections';

interface Tab {
  readonly key: string;
  readonly title: string;
  readonly Content: ComponentType<TabProps>;
}

const TABS: readonly Tab[] = [
  { key: 'calls', title: 'REST calls', Content: CallsTab },
  { key: 'queues', title: 'Queues', Content: () => <InspectionTab inspection={QUEUES} /> },
  { key: 'kvs', title: 'KVS', Content: () => <InspectionTab inspection={KVS} /> },
  { key: 'memberships', title: 'Memberships', Content: () => <InspectionTab inspection={MEMBERSHIPS} /> },
  { key: 'issues', title: 'Issues', Content: () => <InspectionTab inspection={ISSUES} /> },
  { key: 'mail', title: 'Mail', Content: () => <InspectionTab inspection={MAIL} /> },
  { key: 'clock', title: 'Clock', Content: ClockTab },
  { key: 'faults', title: 'Faults', Content: FaultsTab },
];

/** What is going on inside the local Atlassian. Each tab can be linked to: `?tab=kvs&q=cycle`. */
export function Inspector({ state }: TabProps) {
  const [key, setKey] = useState(new URLSearchParams(window.location.search).get('tab') ?? 'calls');
  const tab = TABS.find((one) => one.key === key) ?? TABS[0];
  const open = (next: string) => {
    window.history.replaceState(null, '', `?tab=${next}`);
    setKey(next);
  };
  return (
    <div className="inspector">
      <header className="inspector-head">
        <span className="strip-brand">Local</span>
        <strong>{state.organization.name}</strong>
        <span className="strip-label">{state.seed}</span>
        <span className="strip-space" />
        <a className="strip-button" href="/">
          Back to the app
        </a>
      </header>
      <nav className="inspector-tabs" aria-label="Inspector">
        {TABS.map((one) => (
          <button
            key={one.key}
            type="button"
            className="inspector-tab"
            aria-current={one.key === tab?.key ? 'page' : undefined}
            onClick={() => open(one.key)}
          >
            {one.title}
          </button>
        ))}
      </nav>
      <main className="inspector-main">
        {tab === undefined ? null : <tab.Content key={tab.key} state={state} />}
      </main>
    </div>
  );
}
