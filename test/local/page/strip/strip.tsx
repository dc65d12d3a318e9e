import { useState } from 'react';
import type { PageHost } from '../page-host';
import { CallsDrawer } from './calls-drawer';
import { ClockControls } from './clock-controls';
import { ModuleMenu } from './module-menu';
import { PersonaMenu } from './persona-menu';
import { ThemeButton } from './theme-button';
import { useActivity } from './use-activity';

const COLLAPSED = 'local.strip-collapsed';

/**
 * Controls of the local Atlassian: who acts, where, when, and what was called. No part of Jira, and looks it.
 * Everything it does is a call of `/__local/…`, listed by `GET /__local`.
 */
export function Strip({ host }: { readonly host: PageHost }) {
  const [isCollapsed, setIsCollapsed] = useState(localStorage.getItem(COLLAPSED) === 'yes');
  const collapse = (next: boolean) => {
    localStorage.setItem(COLLAPSED, next ? 'yes' : 'no');
    setIsCollapsed(next);
  };
  if (isCollapsed) {
    return (
      <button type="button" className="strip strip-pill" onClick={() => collapse(false)}>
        Local controls
      </button>
    );
  }
  return <OpenStrip host={host} onCollapse={() => collapse(true)} />;
}

function OpenStrip({ host, onCollapse }: { readonly host: PageHost; readonly onCollapse: () => void }) {
  const [showsCalls, setShowsCalls] = useState(false);
  const activity = useActivity(showsCalls, host.state.clock.now);
  return (
    <section className="strip strip-open" aria-label="Local Atlassian" data-testid="local-strip">
      {showsCalls ? (
        <CallsDrawer
          activity={activity}
          personas={host.state.personas}
          onClose={() => setShowsCalls(false)}
        />
      ) : null}
      <div className="strip-bar">
        <span className="strip-brand" title={`${host.state.organization.name}: ${host.state.seed}`}>
          Local
        </span>
        <PersonaMenu host={host} />
        <ModuleMenu host={host} />
        <ClockControls now={activity.now} trigger={host.state.triggers[0]?.key} onDone={activity.refresh} />
        <span className="strip-space" />
        <button
          type="button"
          className="strip-button"
          aria-expanded={showsCalls}
          onClick={() => setShowsCalls(!showsCalls)}
        >
          REST calls <span className="strip-count">{activity.total}</span>
        </button>
        <a className="strip-button" href="/__local/ui" target="_blank" rel="noreferrer">
          Inspector
        </a>
        <ThemeButton host={host} />
        <button
          type="button"
          className="strip-button"
          aria-label="Collapse local controls"
          onClick={onCollapse}
        >
          ▾
        </button>
      </div>
    </section>
  );
}
