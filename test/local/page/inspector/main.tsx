import '../libraries';
import { createRoot } from 'react-dom/client';
import { readLocal } from '../local/local-api';
import { stateSchema } from '../local/schemas';
import { Inspector } from './inspector';

async function start(root: HTMLElement): Promise<void> {
  const state = await readLocal(stateSchema, '/__local/state');
  createRoot(root).render(<Inspector state={state} />);
}

const root = document.getElementById('page');
if (root !== null) {
  start(root).catch((error: unknown) => {
    root.textContent = `The inspector cannot start: ${error instanceof Error ? error.message : String(error)}`;
  });
}
