import type {
  ModalBodyProps,
  ModalFooterProps,
  ModalHeaderProps,
  ModalProps,
} from '@atlaskit/forge-react-types';
import type { ModalTitleProps } from '@atlaskit/forge-react-types';
import AtlaskitModal, {
  ModalBody as AtlaskitModalBody,
  ModalFooter as AtlaskitModalFooter,
  ModalHeader as AtlaskitModalHeader,
  ModalTitle as AtlaskitModalTitle,
  ModalTransition as AtlaskitModalTransition,
} from '@atlaskit/modal-dialog';
import type { NodeProps } from './node-props';

type Size = number | string | undefined;

function widthOf(width: Size): number | string {
  if (width === 'fullscreen') return 'calc(100vw - 120px)';
  return width === undefined || width === 'resizable' ? 'medium' : width;
}

const NAMED_HEIGHTS: ReadonlyMap<string, number | string> = new Map<string, number | string>([
  ['small', '20vh'],
  ['medium', '40vh'],
  ['large', '70vh'],
  ['x-large', '90vh'],
  ['fullscreen', 'calc(100vh - 120px)'],
]);

function heightOf(height: Size): { height?: number | string } {
  if (height === undefined || height === 'resizable') return {};
  return { height: typeof height === 'string' ? (NAMED_HEIGHTS.get(height) ?? height) : height };
}

export function Modal({ props, children }: NodeProps<Omit<ModalProps, 'children'>>) {
  const { width, height, icon, title, onClose, ...rest } = props;
  return (
    <AtlaskitModal
      {...rest}
      {...(onClose === undefined ? {} : { onClose })}
      width={widthOf(width)}
      {...heightOf(height)}
    >
      {title === undefined ? null : (
        <AtlaskitModalHeader>
          {icon === undefined ? null : <img src={icon} alt="" width={24} height={24} />}
          <AtlaskitModalTitle>{title}</AtlaskitModalTitle>
        </AtlaskitModalHeader>
      )}
      {children}
    </AtlaskitModal>
  );
}

export function ModalTransition({ children }: NodeProps<unknown>) {
  return <AtlaskitModalTransition>{children}</AtlaskitModalTransition>;
}

export function ModalHeader({ props, children }: NodeProps<Omit<ModalHeaderProps, 'children'>>) {
  return <AtlaskitModalHeader {...props}>{children}</AtlaskitModalHeader>;
}

export function ModalTitle({ props, children }: NodeProps<Omit<ModalTitleProps, 'children'>>) {
  return <AtlaskitModalTitle {...props}>{children}</AtlaskitModalTitle>;
}

export function ModalBody({ props, children }: NodeProps<Omit<ModalBodyProps, 'children'>>) {
  return <AtlaskitModalBody {...props}>{children}</AtlaskitModalBody>;
}

export function ModalFooter({ props, children }: NodeProps<Omit<ModalFooterProps, 'children'>>) {
  return <AtlaskitModalFooter {...props}>{children}</AtlaskitModalFooter>;
}
