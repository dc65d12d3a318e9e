import { createServer } from 'node:net';

/** Whether 127.0.0.1 still has `port` to give; told before anything slow or lasting is done. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const probe = createServer();
    probe.once('error', () => settle(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => settle(true)));
  });
}
