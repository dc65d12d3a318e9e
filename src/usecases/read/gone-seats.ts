import { namesOf } from '../../domain/classification/explain';
import { lineOf } from '../../domain/review/cycle';
import { toPastLine } from '../../domain/review/past-lines';
import { findCycle, getCycle } from '../cycle-ledger';
import { getHeaderOf, type CycleTools } from './cycle-tools';
import { isInSight, type Sight } from './sight';

interface Wanted {
  readonly cycleId: string;
  readonly offset: number;
  readonly limit: number;
}

/** Seats of the last signed-off review that are no line now, with why and with what that review did. */
export async function listGoneSeats({ cycleId, offset, limit }: Wanted, sight: Sight, tools: CycleTools) {
  const cycle = await getCycle(tools, cycleId);
  const header = await getHeaderOf(cycle, tools);
  const names = namesOf(header);
  const past = new Map(
    await Promise.all(cycle.follows.map(async (id) => [id, await findCycle(tools, id)] as const)),
  );
  const seats = cycle.gone.filter((seat) => isInSight(seat, sight));
  return {
    rows: seats.slice(offset, offset + limit).map((seat) => {
      const earlier = past.get(seat.cycleId);
      const line = earlier && lineOf(earlier, seat.line);
      const before = earlier && line && toPastLine(earlier, line);
      return {
        accountId: seat.accountId,
        product: seat.product,
        productName: names.product(seat.product),
        why: seat.why,
        decision: before?.decision ?? null,
        outcome: before?.outcome ?? null,
      };
    }),
    total: seats.length,
    offset,
  };
}
