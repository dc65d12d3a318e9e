import type { ErrorInfo, MouseEvent, ReactNode } from 'react';
import { Component, useSyncExternalStore } from 'react';
import SectionMessage from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import type { PageHost } from '../page-host';
import { NodeView } from '../renderer/node-view';

/** The app itself: the latest document, or why there is none. */
export function AppPane({ host }: { readonly host: PageHost }) {
  const doc = useSyncExternalStore(host.doc.watch, host.doc.get);
  const failure = useSyncExternalStore(host.failure.watch, host.failure.get);
  return (
    <div className="app-pane" data-testid="app" onClickCapture={(event) => followLink(event, host)}>
      {failure === null ? null : <Failure message={failure} />}
      {doc === null && failure === null ? <Loading /> : null}
      {doc === null ? null : (
        <RenderGuard>
          <NodeView node={doc} />
        </RenderGuard>
      )}
    </div>
  );
}

function Loading() {
  return (
    <div className="app-loading">
      <Spinner size="large" label="Loading the app" />
    </div>
  );
}

function Failure({ message }: { readonly message: string }) {
  return (
    <div className="app-failure">
      <SectionMessage appearance="error" title="The app failed">
        <p>{message}</p>
      </SectionMessage>
    </div>
  );
}

/** Links lead where the same link leads on a site; what is not there says so. */
function followLink(event: MouseEvent, host: PageHost): void {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  const url = link?.getAttribute('href') ?? '';
  if (link === null || url === '' || url.startsWith('#') || url.startsWith('blob:')) return;
  event.preventDefault();
  host.go({ kind: 'url', url }, link.getAttribute('target') === '_blank' ? 'new-tab' : 'same-tab');
}

/** Shows what failed while rendering in place of the app, and leaves the page around it standing. */
class RenderGuard extends Component<{ readonly children: ReactNode }, { readonly message: string | null }> {
  override state = { message: null };

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error('A UI Kit component failed to render.', error, info.componentStack);
  }

  override render(): ReactNode {
    return this.state.message === null ? this.props.children : <Failure message={this.state.message} />;
  }
}
