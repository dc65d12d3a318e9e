import { z } from 'zod';
import type { ForgeDoc } from '../doc/forge-doc';
import { isForgeDoc } from '../doc/forge-doc';
import { bridgeCommands } from './commands';
import type { BridgeHost } from './bridge-host';

type Command = (data: unknown) => unknown;

const reconcileSchema = z.object({
  forgeDoc: z.custom<ForgeDoc>((value) => isForgeDoc(value), 'no UI Kit document'),
});
const errorSchema = z.object({ error: z.unknown() });

/**
 * The object that `@forge/react` and `@forge/bridge` look for as `globalThis.__bridge`. It has to be in place
 * before either is imported: `@forge/bridge` reads it while its modules load.
 */
export function createBridge(host: BridgeHost): {
  callBridge: (command: string, data?: unknown) => Promise<unknown>;
} {
  const commands = new Map<string, Command>(Object.entries(bridgeCommands(host)));
  commands.set('reconcile', (data) => host.reconcile(reconcileSchema.parse(data).forgeDoc));
  commands.set('onError', (data) => host.fail(errorSchema.parse(data).error));
  return {
    callBridge: async (name, data) => {
      const command = commands.get(name);
      if (command === undefined)
        throw new Error(`The local page does not know the bridge command "${name}".`);
      return await command(data);
    },
  };
}
