import type { PageModule } from '../local/schemas';
import type { PageHost } from '../page-host';
import { formatPageAddress } from '../page-address';
import { fullAddress } from '../session';
import { StripMenu } from './strip-menu';

const PLACES = {
  admin: 'Jira settings > Apps',
  configure: 'Connected apps > Configure',
  'get-started': 'Connected apps > Get started',
  global: 'Jira > Apps',
} as const;

/** Chooses the page of the manifest that the app runs in. */
export function ModuleMenu({ host }: { readonly host: PageHost }) {
  const { module } = host.session;
  return (
    <StripMenu label="Page" value={PLACES[module.place]} testId="local-module">
      <ul className="strip-list">
        {host.state.modules.map((one) => (
          <li key={one.key}>
            <a
              className="strip-row"
              href={linkTo(host, one)}
              aria-current={one.key === module.key}
              data-testid={`open-${one.key}`}
            >
              <strong>{PLACES[one.place]}</strong>
              <small>
                {one.title} · {one.key}
              </small>
            </a>
          </li>
        ))}
      </ul>
    </StripMenu>
  );
}

function linkTo(host: PageHost, module: PageModule): string {
  const location = { pathname: '/', search: '', hash: '' };
  return formatPageAddress(
    { ...fullAddress(host.session), moduleKey: module.key, location },
    module.place === 'global',
  );
}
