import { stopBroken } from './command-line';
import { playOrder, type Order } from './chaos-workers';

/** A process that plays one run after the other, as it is told. It ends with whoever started it. */
process.on('message', (order) => {
  // Only `playOrders` sends here.
  playOrder(order as Order).then((told) => process.send?.(told), stopBroken);
});
process.on('disconnect', () => process.exit());
