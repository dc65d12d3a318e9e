import { showFlag } from '@forge/bridge';

/** Says in a flag what happened and what to do next. */
export function announce(
  title: string,
  next: string,
  type: 'success' | 'info' | 'warning' | 'error' = 'success',
): void {
  showFlag({ id: `seattrace ${title}`, title, description: next, type, isAutoDismiss: type === 'success' });
}
