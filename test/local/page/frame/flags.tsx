import { useSyncExternalStore } from 'react';
import AtlaskitFlag, { AutoDismissFlag, FlagGroup } from '@atlaskit/flag';
import { token } from '@atlaskit/tokens';
import StatusErrorIcon from '@atlaskit/icon/core/status-error';
import StatusInformationIcon from '@atlaskit/icon/core/status-information';
import StatusSuccessIcon from '@atlaskit/icon/core/status-success';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import type { Flags, ShownFlag } from '../bridge/flags';

const ICONS = {
  info: <StatusInformationIcon label="Information" color={token('color.icon.information')} />,
  success: <StatusSuccessIcon label="Success" color={token('color.icon.success')} />,
  warning: <StatusWarningIcon label="Warning" color={token('color.icon.warning')} />,
  error: <StatusErrorIcon label="Error" color={token('color.icon.danger')} />,
};

/** The flags that the app shows through `showFlag`. */
export function FlagsView({ flags }: { readonly flags: Flags }) {
  const shown = useSyncExternalStore(flags.shown.watch, flags.shown.get);
  return <FlagGroup onDismissed={(id) => flags.close(id)}>{shown.map(renderFlag)}</FlagGroup>;
}

function renderFlag(flag: ShownFlag) {
  const Shown = flag.isAutoDismiss === true ? AutoDismissFlag : AtlaskitFlag;
  return (
    <Shown
      key={flag.id}
      id={flag.id}
      title={flag.title ?? ''}
      description={flag.description}
      {...(flag.appearance === undefined ? { icon: ICONS[flag.type] } : { appearance: flag.appearance })}
      actions={(flag.actions ?? []).map((action) => ({
        content: action.text,
        onClick: () => action.onClick(),
      }))}
    />
  );
}
