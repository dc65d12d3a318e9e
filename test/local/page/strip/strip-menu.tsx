import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';

/** A button of the strip with a panel that opens above it. */
export function StripMenu({
  label,
  value,
  testId,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly testId: string;
  readonly children: ReactNode;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const close = (event: Event) => {
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape';
      const isOutside =
        event instanceof MouseEvent &&
        event.target instanceof Node &&
        root.current?.contains(event.target) !== true;
      if (isEscape || isOutside) setIsOpen(false);
    };
    document.addEventListener('mousedown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('mousedown', close);
      document.removeEventListener('keydown', close);
    };
  }, [isOpen]);
  return (
    <div className="strip-menu" ref={root}>
      <button
        type="button"
        className="strip-button strip-menu-button"
        aria-expanded={isOpen}
        data-testid={testId}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span className="strip-label">{label}</span> <span className="strip-value">{value}</span> ▴
      </button>
      {isOpen ? <div className="strip-panel">{children}</div> : null}
    </div>
  );
}
