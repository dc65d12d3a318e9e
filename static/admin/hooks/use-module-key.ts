import { view } from '@forge/bridge';
import { useEffect, useState } from 'react';

/** Which module shows this page; the plain admin page when the platform does not tell. Null until it answered. */
export function useModuleKey(): string | null {
  const [moduleKey, setModuleKey] = useState<string | null>(null);
  useEffect(() => {
    view
      .getContext()
      .then((context) => setModuleKey(context.moduleKey))
      .catch(() => setModuleKey('seattrace-admin'));
  }, []);
  return moduleKey;
}
